using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

/// <summary>Arguments that the library would end the process at.</summary>
public sealed class NativeBackendGuardTests : IDisposable
{
    private readonly NativeBackend _backend = NativeModels.LoadBytePair(NativeModels.Options with { MaxOutputs = 2 });

    public void Dispose()
    {
        // Whatever was refused has left no trace.
        Assert.Equal(DecodeStatus.Success, _backend.Decode([new(1, 0, 0, true), new(2, 1, 0, true)]));
        _backend.Dispose();
    }

    [Fact]
    public void A_batch_has_tokens() => Refused([], "A batch has 1 to 64 tokens; this one has 0.");

    [Fact]
    public void A_batch_has_at_most_as_many_tokens_as_agreed() => Refused(
        Enumerable.Range(0, 65).Select(i => new BatchToken(1, i, 0, false)).ToArray(),
        "A batch has 1 to 64 tokens; this one has 65.");

    [Theory]
    [InlineData(-1)]
    [InlineData(265)]
    [InlineData(int.MaxValue)]
    public void A_token_is_of_the_vocabulary(int token) => Refused(
        [new(1, 0, 0, false), new(token, 1, 0, true)],
        $"Token {token} of batch entry 1 is not in the vocabulary of 265 tokens.");

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_sequence_exists(int sequence) => Refused(
        [new(1, 0, sequence, true)], $"Sequence {sequence} of batch entry 0 does not exist; there are 4.");

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void A_sequence_begins_at_its_beginning(int position) => Refused(
        [new(1, position, 0, true)],
        $"Position {position} of batch entry 0 does not continue sequence 0, whose next position is 0.");

    [Fact]
    public void A_sequence_goes_on_without_gaps() => Refused(
        [new(1, 0, 0, false), new(1, 0, 1, false), new(1, 2, 0, true)],
        "Position 2 of batch entry 2 does not continue sequence 0, whose next position is 1.");

    [Fact]
    public void Outputs_are_at_most_as_many_as_agreed() => Refused(
        [new(1, 0, 0, true), new(1, 1, 0, true), new(1, 2, 0, true)],
        "At most 2 tokens of a batch have logits; this one asks for 3.");

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    public void Threads_are_at_most_as_many_as_agreed(int threads) => Assert.Throws<ArgumentOutOfRangeException>(
        nameof(threads), () => _backend.Decode([new(1, 0, 0, true)], threads));

    [Fact]
    public void Logits_are_there_for_those_that_asked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.GetLogits(0).Length);
        _backend.Decode([new(1, 0, 1, false), new(1, 1, 1, true)]);

        Assert.Equal(265, _backend.GetLogits(1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.GetLogits(0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.GetLogits(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.GetLogits(-1).Length);
    }

    [Theory]
    [InlineData(-1, 0, -1)]
    [InlineData(4, 0, -1)]
    [InlineData(0, -1, -1)]
    [InlineData(0, 2, 1)]
    [InlineData(0, 0, -2)]
    public void A_range_is_one(int sequence, int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.RemoveRange(sequence, from, to));

    private void Refused(BatchToken[] batch, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => _backend.Decode(batch));
        Assert.Equal(message + " (Parameter 'batch')", error.Message);
    }
}
