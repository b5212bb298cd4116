using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Logging;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>The backend on llama.cpp's C API. Checks all that the library would end the process at.</summary>
internal sealed unsafe class NativeBackend : ILlamaBackend
{
    private readonly LlamaModelHandle _model;
    private readonly LlamaContextHandle _context;
    private readonly AbortSwitch _abort;
    private readonly ILogger _logger;
    private readonly NativeLogScope _log;
    private readonly nint _memory;
    private readonly BatchBuffer _batch;
    private readonly SequencePositions _positions;
    private readonly ComputeThreads _threads;
    private int _decoded;

    internal NativeBackend(
        LlamaModelHandle model,
        LlamaContextHandle context,
        AbortSwitch abort,
        NativeVocabulary vocabulary,
        LlamaModelFacts facts,
        ContextShape shape,
        ILogger logger)
    {
        _model = model;
        _context = context;
        _abort = abort;
        _logger = logger;
        _log = new NativeLogScope(logger);
        _memory = LlamaApi.GetMemory(context);
        Vocabulary = vocabulary;
        Facts = facts;
        SequenceContextLength = shape.SequenceContextLength;
        MaxBatchTokens = (int)LlamaApi.BatchTokens(context);
        MaxOutputs = Math.Min(shape.MaxOutputs, MaxBatchTokens);
        MaxSequences = shape.MaxSequences;
        Threads = shape.Threads;
        _batch = new BatchBuffer(MaxBatchTokens);
        _positions = new SequencePositions(MaxSequences);
        Pools = ComputePools.Create(shape.Threads, shape.Polling);
        _threads = new ComputeThreads(context, Pools);
    }

    /// <summary>Gets what the model tells about itself.</summary>
    public LlamaModelFacts Facts { get; }

    /// <inheritdoc/>
    public ILlamaVocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public int SequenceContextLength { get; }

    /// <inheritdoc/>
    public int MaxBatchTokens { get; }

    /// <summary>Gets the most tokens of one decode that ask for logits.</summary>
    public int MaxOutputs { get; }

    /// <inheritdoc/>
    public int MaxSequences { get; }

    /// <inheritdoc/>
    public StepThreads Threads { get; }

    /// <summary>Gets the threads themselves. Another context may compute with them while this one does not.</summary>
    public ComputePools Pools { get; }

    /// <inheritdoc/>
    public void ExpectDecode() => _abort.Begin();

    /// <inheritdoc/>
    public DecodeStatus Decode(ReadOnlySpan<BatchToken> batch, int threads)
    {
        _abort.Begin();
        try
        {
            return Run(batch, threads);
        }
        finally
        {
            _abort.End();
        }
    }

    /// <inheritdoc/>
    public Span<float> GetLogits(int batchIndex)
    {
        ObjectDisposedException.ThrowIf(_context.IsClosed, this);
        if ((uint)batchIndex >= (uint)_decoded || !_batch.WantsLogits(batchIndex))
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchIndex), batchIndex, $"Of the {_decoded} tokens of the last batch this is none that asked for logits.");
        }

        float* logits = LlamaApi.GetLogits(_context, batchIndex);
        return logits is null
            ? throw new EngineException($"llama.cpp has no logits for entry {batchIndex} of the last batch.")
            : new Span<float>(logits, Vocabulary.Count);
    }

    /// <inheritdoc/>
    /// <exception cref="EngineException">The model's memory cannot forget a part of a sequence (see
    /// <see cref="LlamaModelFacts.ForgetsPartially"/>); it is unchanged.</exception>
    public void RemoveRange(int sequence, int from, int to = -1)
    {
        ObjectDisposedException.ThrowIf(_context.IsClosed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, MaxSequences);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        if (to != -1)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        }

        int next = _positions[sequence];
        if (from >= next || from == to)
        {
            return;
        }

        bool tail = to == -1 || to >= next;
        if (!LlamaApi.MemoryRemove(_memory, sequence, from, tail ? -1 : to))
        {
            throw new EngineException(
                $"The memory of this model cannot forget positions {from} to {(tail ? next : to)} of a sequence, only the "
                + "whole sequence.");
        }

        if (tail)
        {
            _positions[sequence] = from;
        }
    }

    /// <inheritdoc/>
    public void RequestAbort() => _abort.Request();

    /// <inheritdoc/>
    public void Dispose()
    {
        _context.Dispose();
        _model.Dispose();
        Pools.Dispose();
    }

    private DecodeStatus Run(ReadOnlySpan<BatchToken> batch, int threads)
    {
        ObjectDisposedException.ThrowIf(_context.IsClosed, this);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, Threads.Most);
        if (batch.Length is 0 || batch.Length > MaxBatchTokens)
        {
            throw new ArgumentException(
                $"A batch has 1 to {MaxBatchTokens} tokens; this one has {batch.Length}.", nameof(batch));
        }

        (int lastPosition, int outputs) = _positions.Plan(batch, Vocabulary.Count);
        if (outputs > MaxOutputs)
        {
            throw new ArgumentException(
                $"At most {MaxOutputs} tokens of a batch have logits; this one asks for {outputs}.", nameof(batch));
        }

        _decoded = 0;
        if (lastPosition >= SequenceContextLength)
        {
            return DecodeStatus.NoRoom;
        }

        if (_abort.IsRequested)
        {
            // Not every device asks while it computes.
            return DecodeStatus.Aborted;
        }

        int code = DecodeNative(batch, threads);
        if (code == 0)
        {
            _positions.Commit();
            _decoded = batch.Length;
            return DecodeStatus.Success;
        }

        Restore(batch);
        if (code is not (1 or 2))
        {
            Log.DecodeFailed(_logger, batch.Length, code, _log.Errors);
        }

        return code switch
        {
            1 => DecodeStatus.NoRoom,
            2 => DecodeStatus.Aborted,
            _ => DecodeStatus.Failed,
        };
    }

    private int DecodeNative(ReadOnlySpan<BatchToken> batch, int threads)
    {
        LlamaBatch native = _batch.Fill(batch);
        _log.ClearErrors();
        NativeLogScope? outer = NativeLog.Enter(_log);
        try
        {
            _threads.Use(threads);
            return LlamaApi.Decode(_context, native);
        }
        finally
        {
            NativeLog.Leave(outer);
            GC.KeepAlive(_batch);
        }
    }

    // After a failure a part of the batch may be in the memory: it is taken out again, or where the memory cannot do that
    // (recurrent models), what is there becomes the state.
    private void Restore(ReadOnlySpan<BatchToken> batch)
    {
        foreach (BatchToken token in batch)
        {
            int next = _positions[token.Sequence];
            int last = LlamaApi.MemoryLastPosition(_memory, token.Sequence);
            if (last >= next && !LlamaApi.MemoryRemove(_memory, token.Sequence, next, -1))
            {
                _positions[token.Sequence] = last + 1;
            }
        }
    }
}
