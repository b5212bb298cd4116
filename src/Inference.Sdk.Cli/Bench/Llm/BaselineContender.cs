using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Sampling;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>llama.cpp's own decode loop: llama_decode, the largest logit, and again. No scheduler, no text, no checks, no
/// abort callback; the same libraries, model, context parameters and threads as the engine.</summary>
internal sealed unsafe class BaselineContender : ILlmContender
{
    private readonly TimeProvider _time;
    private readonly LlamaModelHandle _model;
    private readonly LlamaContextHandle _context;
    private readonly LoopBatch _batch;
    private readonly int _vocabulary;

    /// <summary>Loads the model once more.</summary>
    /// <param name="engine">The engine's backend, which has checked the file and loaded the libraries. Its threads compute here
    /// too, so that both contenders have the same ones and none of either's is awake while the other is measured.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What the engine's was loaded with.</param>
    /// <param name="contextLength">The most tokens of a sequence.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ModelLoadException">There is not enough memory for a second context.</exception>
    public BaselineContender(
        NativeBackend engine, string path, LlamaLoadOptions options, int contextLength, TimeProvider time)
    {
        _time = time;
        _model = new LlamaModelHandle(LlamaApi.ModelLoadFromFile(path, LlamaParameters.Model(options)));
        LlamaContextHandle? context = _model.IsInvalid
            ? null
            : LlamaContextHandle.Create(
                _model, LlamaParameters.Context(options, engine.Threads, contextLength, path), new AbortSwitch());
        if (context is null or { IsInvalid: true })
        {
            context?.Dispose();
            _model.Dispose();
            throw new ModelLoadException(
                ModelLoadError.OutOfMemory,
                path,
                $"{path} cannot be loaded a second time, for the baseline. Free some memory, or measure with fewer sequences "
                + "or fewer tokens.");
        }

        _context = context;
        new ComputeThreads(context, engine.Pools).Use(engine.Threads.Decode);
        _batch = new LoopBatch((int)LlamaApi.BatchTokens(_context));
        _vocabulary = LlamaApi.VocabTokenCount(LlamaApi.ModelGetVocab(_model));
    }

    // On a thread of its own, as the engine's loop is: one of the pool's that does not come back makes the pool add others.
    public Task<LlmRound> RunAsync(
        IReadOnlyList<int[]> prompts, int generate, CancellationToken cancellationToken) => Task.Factory.StartNew(
            () => Run(prompts, generate, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);

    public ValueTask DisposeAsync()
    {
        _context.Dispose();
        _model.Dispose();
        return ValueTask.CompletedTask;
    }

    private LlmRound Run(IReadOnlyList<int[]> prompts, int generate, CancellationToken cancellationToken)
    {
        var sequences = new LoopSequence[prompts.Count];
        for (int i = 0; i < sequences.Length; i++)
        {
            LlamaApi.MemoryRemove(LlamaApi.GetMemory(_context), i, 0, -1);
            sequences[i] = new LoopSequence(prompts[i], generate);
        }

        long begin = _time.GetTimestamp();
        while (_batch.Fill(sequences).Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int code = LlamaApi.Decode(_context, _batch.Native);
            if (code != 0)
            {
                throw new EngineException($"llama_decode returned {code} for a batch of {_batch.Count} tokens.");
            }

            foreach ((int index, int sequence) in _batch.Outputs)
            {
                sequences[sequence].Add(Choose(index), _time.GetElapsedTime(begin).TotalSeconds);
            }
        }

        double[][] times = [.. sequences.Select(s => s.Times)];
        return new LlmRound(times, times);
    }

    private int Choose(int index) =>
        Logits.ArgMax(new ReadOnlySpan<float>(LlamaApi.GetLogits(_context, index), _vocabulary));
}
