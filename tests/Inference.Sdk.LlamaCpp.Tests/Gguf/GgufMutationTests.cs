using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

/// <summary>Damaged headers: ours refuses them with a typed error, or what it lets through does not hurt the native
/// libraries, which end the process at what they do not expect.</summary>
public sealed class GgufMutationTests
{
    private const int Mutations = 10_000;

    // A load takes about ten milliseconds.
    private const int Loads = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_headers_are_refused_or_harmless(int seed)
    {
        GgufWriter writer = seed == 1 ? TinyModel.BytePair() : TinyModel.SentencePiece();
        byte[] whole = writer.ToArray();
        var random = new Random(seed);
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < Mutations / 2; i++)
        {
            byte[] damaged = Damage(whole, writer.HeaderLength, random);
            if (!HeaderTrial.IsAccepted(damaged))
            {
                refused++;
            }
            else if (++accepted <= Loads)
            {
                HeaderTrial.Use(damaged);
            }
        }

        Assert.True(accepted > 100, $"Only {accepted} were accepted: the libraries were hardly tried.");
        Assert.True(refused > 1000, $"Only {refused} were refused.");
    }

    private static byte[] Damage(byte[] whole, int headerLength, Random random)
    {
        // The vocabulary is most of a header; what sizes follow from comes behind it.
        const int HyperparametersAndTensors = 2600;
        byte[] damaged = (byte[])whole.Clone();
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int position = random.Next(3) == 0
                ? random.Next(headerLength)
                : headerLength - 1 - random.Next(HyperparametersAndTensors);
            switch (random.Next(5))
            {
                case 0:
                    damaged[position] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged[position] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    damaged[position] = 0xFF;
                    break;
                case 3:
                    damaged[position]++;
                    break;
                default:
                    BitConverter.TryWriteBytes(damaged.AsSpan(position), random.Next(8));
                    break;
            }
        }

        return damaged;
    }
}
