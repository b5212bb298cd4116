using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>A backend whose generations have exactly the length asked for (see <see cref="BenchVocabulary"/>), and which notes
/// when their tokens were computed.</summary>
internal sealed class BenchBackend(ILlamaBackend inner, TimeProvider time) : ILlamaBackend
{
    private readonly List<double>[] _produced = [.. Enumerable.Range(0, inner.MaxSequences).Select(_ => new List<double>())];
    private long _begin;

    public ILlamaVocabulary Vocabulary { get; } = new BenchVocabulary(inner.Vocabulary);

    public int SequenceContextLength => inner.SequenceContextLength;

    public int MaxBatchTokens => inner.MaxBatchTokens;

    public int MaxSequences => inner.MaxSequences;

    public StepThreads Threads => inner.Threads;

    /// <summary>Begins a round. Nothing may be generated meanwhile.</summary>
    /// <param name="begin">The timestamp that times are counted from.</param>
    public void Begin(long begin)
    {
        _begin = begin;
        Array.ForEach(_produced, times => times.Clear());
    }

    /// <summary>Gets when the tokens of each sequence of the round were computed. Nothing may be generated meanwhile.</summary>
    public IReadOnlyList<double[]> Produced => [.. _produced.Where(times => times.Count > 0).Select(times => times.ToArray())];

    public void ExpectDecode() => inner.ExpectDecode();

    public DecodeStatus Decode(ReadOnlySpan<BatchToken> batch, int threads)
    {
        DecodeStatus status = inner.Decode(batch, threads);
        if (status == DecodeStatus.Success)
        {
            double now = time.GetElapsedTime(_begin).TotalSeconds;
            foreach (BatchToken token in batch)
            {
                if (token.WantLogits)
                {
                    _produced[token.Sequence].Add(now);
                }
            }
        }

        return status;
    }

    public Span<float> GetLogits(int batchIndex) => inner.GetLogits(batchIndex);

    public void RemoveRange(int sequence, int from, int to = -1) => inner.RemoveRange(sequence, from, to);

    public void RequestAbort() => inner.RequestAbort();

    public void Dispose() => inner.Dispose();
}
