using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>A backend that throws at every decode, and is otherwise what it wraps.</summary>
internal sealed class BrokenBackend(ILlamaBackend inner, Exception cause) : ILlamaBackend
{
    public ILlamaVocabulary Vocabulary => inner.Vocabulary;

    public int SequenceContextLength => inner.SequenceContextLength;

    public int MaxBatchTokens => inner.MaxBatchTokens;

    public int MaxSequences => inner.MaxSequences;

    public StepThreads Threads => inner.Threads;

    public void ExpectDecode() => inner.ExpectDecode();

    public DecodeStatus Decode(ReadOnlySpan<BatchToken> batch, int threads) => throw cause;

    public Span<float> GetLogits(int batchIndex) => inner.GetLogits(batchIndex);

    public void RemoveRange(int sequence, int from, int to = -1) => inner.RemoveRange(sequence, from, to);

    public void RequestAbort() => inner.RequestAbort();

    public void Dispose() => inner.Dispose();
}
