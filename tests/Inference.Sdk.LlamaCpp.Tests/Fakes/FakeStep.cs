using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>A call of <see cref="FakeLlamaBackend.Decode"/>.</summary>
/// <param name="Index">Which, from 0.</param>
/// <param name="Batch">Its tokens.</param>
/// <param name="HeldBefore">How many tokens each sequence's memory held before.</param>
/// <param name="Decoding">Whether each sequence has been given a token to go on with: logits of the last that it holds.</param>
internal sealed record FakeStep(int Index, BatchToken[] Batch, int[] HeldBefore, bool[] Decoding)
{
    private readonly Turnstile _abort = new();

    /// <summary>Gets the threads that compute it.</summary>
    public required int Threads { get; init; }

    /// <summary>Gets the sequences in it.</summary>
    public IEnumerable<int> Sequences => Batch.Select(t => t.Sequence).Distinct();

    /// <summary>Gets whether an abort was asked for while it ran.</summary>
    public bool IsAborted => _abort.IsOpen;

    /// <summary>Gets how many tokens a sequence has in it.</summary>
    public int TokensOf(int sequence) => Batch.Count(t => t.Sequence == sequence);

    /// <summary>Blocks the decode until it is aborted.</summary>
    public DecodeStatus WaitForAbort()
    {
        _abort.Pass();
        return DecodeStatus.Aborted;
    }

    internal void Abort() => _abort.Open();
}
