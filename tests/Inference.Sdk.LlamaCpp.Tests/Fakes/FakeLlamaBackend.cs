using System.Collections.Concurrent;
using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>A backend without a model: deterministic, strict about its contract, and failing where a test wants it to.
/// </summary>
internal sealed class FakeLlamaBackend(FakeModel model) : ILlamaBackend
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<FakeStep> _steps = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly Dictionary<int, int[]> _histories = [];
    private List<BatchToken>[]? _memory;
    private float[] _logits = [];
    private FakeStep? _running;
    private bool _expected;
    private bool _abortExpected;
    private Thread? _owner;

    public FakeVocabulary Vocabulary { get; } = new();

    ILlamaVocabulary ILlamaBackend.Vocabulary => Vocabulary;

    public int SequenceContextLength { get; init; } = 256;

    public int MaxBatchTokens { get; init; } = 32;

    public int MaxSequences { get; init; } = 4;

    public StepThreads Threads { get; init; } = new(3, 3);

    /// <summary>The tokens that all sequences together may hold.</summary>
    public int TotalRoom { get; init; } = int.MaxValue;

    /// <summary>Whether the memory can forget a part of a sequence.</summary>
    public bool ForgetsPartially { get; init; } = true;

    /// <summary>Decides, on the scheduler's thread and within the decode, what becomes of a step.</summary>
    public Func<FakeStep, DecodeStatus>? OnDecode { get; set; }

    /// <summary>Called when a range is removed.</summary>
    public Action<int, int>? OnRemoveRange { get; set; }

    /// <summary>Changes logits: the step's sequence and the tokens before.</summary>
    public Action<int, Span<float>>? OnLogits { get; set; }

    public IReadOnlyList<FakeStep> Steps => [.. _steps];

    public IReadOnlyList<string> Violations => [.. _violations];

    public int Aborts { get; private set; }

    public int Disposals { get; private set; }

    public Thread? Owner => _owner;

    /// <summary>Gets how many tokens each sequence holds. Once the scheduler has ended.</summary>
    public int[] Held => [.. Memory.Select(m => m.Count)];

    private List<BatchToken>[] Memory =>
        _memory ??= [.. Enumerable.Range(0, MaxSequences).Select(_ => new List<BatchToken>())];

    public DecodeStatus Decode(ReadOnlySpan<BatchToken> batch, int threads)
    {
        CheckCaller();
        Require(threads >= 1 && threads <= Threads.Most, $"{threads} threads");
        _histories.Clear();
        Require(batch.Length is > 0 && batch.Length <= MaxBatchTokens, $"a batch of {batch.Length} tokens");
        var step = new FakeStep(
            _steps.Count, batch.ToArray(), Held, [.. Memory.Select(m => m.Count > 0 && m[^1].WantLogits)])
        {
            Threads = threads,
        };
        CheckBatch(step);
        lock (_lock)
        {
            _running = step;
            _steps.Enqueue(step);
            if (_abortExpected)
            {
                step.Abort();
            }
        }

        DecodeStatus status;
        try
        {
            status = OnDecode?.Invoke(step) ?? DecodeStatus.Success;
        }
        finally
        {
            lock (_lock)
            {
                _running = null;
                _expected = _abortExpected = false;
            }
        }

        if (status == DecodeStatus.Success && Held.Sum() + batch.Length > TotalRoom)
        {
            status = DecodeStatus.NoRoom;
        }

        // A batch that was not computed is applied in part.
        Apply(step, status == DecodeStatus.Success ? batch.Length : batch.Length / 2);
        return status;
    }

    public Span<float> GetLogits(int batchIndex)
    {
        CheckCaller();
        Require(_histories.TryGetValue(batchIndex, out int[]? history), $"logits of token {batchIndex}, which has none");
        Array.Resize(ref _logits, Vocabulary.Count);
        model.FillLogits(history, _logits);
        OnLogits?.Invoke(_steps.Last().Batch[batchIndex].Sequence, _logits);
        return _logits;
    }

    public void RemoveRange(int sequence, int from, int to = -1)
    {
        CheckCaller();
        OnRemoveRange?.Invoke(sequence, from);
        Require(sequence >= 0 && sequence < MaxSequences, $"no sequence {sequence}");
        Require(from >= 0 && to == -1, $"a range {from} to {to}");
        List<BatchToken> memory = Memory[sequence];
        if (!ForgetsPartially && from > 0 && from < memory.Count)
        {
            throw new EngineException("The memory forgets whole sequences only.");
        }

        memory.RemoveRange(Math.Min(from, memory.Count), memory.Count - Math.Min(from, memory.Count));
    }

    public void ExpectDecode()
    {
        lock (_lock)
        {
            _expected = true;
        }
    }

    public void RequestAbort()
    {
        lock (_lock)
        {
            Aborts++;
            _running?.Abort();
            _abortExpected = _expected;
        }
    }

    public void Dispose()
    {
        CheckCaller();
        Disposals++;
    }

    private void CheckBatch(FakeStep step)
    {
        int[] next = [.. step.HeldBefore];
        foreach (BatchToken token in step.Batch)
        {
            Require(token.Sequence >= 0 && token.Sequence < MaxSequences, $"no sequence {token.Sequence}");
            Require(token.Token >= 0 && token.Token < Vocabulary.Count, $"no token {token.Token}");
            Require(
                token.Position == next[token.Sequence],
                $"position {token.Position} where sequence {token.Sequence} continues at {next[token.Sequence]}");
            Require(token.Position < SequenceContextLength, $"position {token.Position} is beyond the context");
            next[token.Sequence]++;
        }
    }

    private void Apply(FakeStep step, int count)
    {
        for (int i = 0; i < count; i++)
        {
            BatchToken token = step.Batch[i];
            Memory[token.Sequence].Add(token);
            if (token.WantLogits)
            {
                _histories[i] = [.. Memory[token.Sequence].Select(t => t.Token)];
            }
        }
    }

    private void CheckCaller()
    {
        _owner ??= Thread.CurrentThread;
        Require(_owner == Thread.CurrentThread, $"called from thread '{Thread.CurrentThread.Name}'");
        Require(Disposals == 0, "called after it was disposed");
    }

    private void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition, string violation)
    {
        if (!condition)
        {
            _violations.Enqueue(violation);
            throw new ArgumentException(violation);
        }
    }
}
