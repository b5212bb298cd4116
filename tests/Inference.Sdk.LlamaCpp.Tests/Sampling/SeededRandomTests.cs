using Inference.Sdk.LlamaCpp.Sampling;

namespace Inference.Sdk.LlamaCpp.Tests.Sampling;

public sealed class SeededRandomTests
{
    [Fact]
    public void It_is_xoshiro256_starstar()
    {
        // The first outputs of the authors' C program for the state 1, 2, 3, 4.
        var random = new SeededRandom(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625,
            8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        foreach (ulong value in expected)
        {
            Assert.Equal(value, random.NextUInt64());
        }
    }

    [Fact]
    public void Its_seed_is_spread_by_SplitMix64()
    {
        // The first outputs of the authors' C program for the seed 1234567.
        ulong state = 1234567;
        ulong[] words = [SeededRandom.SplitMix64(ref state), SeededRandom.SplitMix64(ref state),
            SeededRandom.SplitMix64(ref state), SeededRandom.SplitMix64(ref state)];
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431], words);

        var spread = new SeededRandom(1234567);
        var direct = new SeededRandom(words[0], words[1], words[2], words[3]);
        Assert.Equal(direct.NextUInt64(), spread.NextUInt64());
    }

    [Fact]
    public void Numbers_lie_in_the_unit_interval_and_fill_it_evenly()
    {
        var random = new SeededRandom(42);
        int[] counts = new int[20];
        const int draws = 100_000;
        for (int i = 0; i < draws; i++)
        {
            double value = random.NextDouble();
            Assert.InRange(value, 0, 1 - (1.0 / (1L << 53)));
            counts[(int)(value * counts.Length)]++;
        }

        Assert.True(ChiSquare.Statistic(counts, [.. counts.Select(_ => (double)draws / counts.Length)]) < 43.8);
    }
}
