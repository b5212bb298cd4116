using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>The engine as chat uses it: the scheduler, its sampler, its text and its channels.</summary>
internal sealed class EngineContender : ILlmContender
{
    private readonly TimeProvider _time;
    private readonly BenchBackend _backend;
    private readonly LlamaScheduler _scheduler;
    private readonly bool _whole;

    /// <summary>Starts the engine.</summary>
    /// <param name="backend">The loaded model. Owned by the engine from now on.</param>
    /// <param name="options">How it divides the model.</param>
    /// <param name="whole">Whether answers are delivered all at once, as to a caller that does not stream.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of what goes wrong.</param>
    public EngineContender(
        ILlamaBackend backend, SchedulerOptions options, bool whole, TimeProvider time, ILogger logger)
    {
        _time = time;
        _whole = whole;
        _backend = new BenchBackend(backend, time);
        _scheduler = new LlamaScheduler(_backend, options, time, logger);
    }

    public async Task<LlmRound> RunAsync(
        IReadOnlyList<int[]> prompts, int generate, CancellationToken cancellationToken)
    {
        long begin = _time.GetTimestamp();
        _backend.Begin(begin);
        Task<double[]>[] answers = [.. prompts.Select(p => GenerateAsync(p, generate, begin, cancellationToken))];
        double[][] delivered = await Task.WhenAll(answers).ConfigureAwait(false);
        return new LlmRound(_backend.Produced, delivered);
    }

    public ValueTask DisposeAsync() => _scheduler.DisposeAsync();

    private async Task<double[]> GenerateAsync(
        int[] prompt, int generate, long begin, CancellationToken cancellationToken)
    {
        double[] times = new double[generate];
        int count = 0;
        var request = new GenerationRequest { Prompt = prompt, MaxTokens = generate, Streams = !_whole };
        await foreach (GenerationUpdate update in _scheduler
            .GenerateAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (update.Text.Length > 0)
            {
                // All of a whole answer's tokens come with the last one.
                int tokens = _whole ? generate : 1;
                times.AsSpan(count, tokens).Fill(_time.GetElapsedTime(begin).TotalSeconds);
                count += tokens;
            }
        }

        return count == generate
            ? times
            : throw new EngineException($"The engine delivered {count} updates for {generate} tokens; each is to be one.");
    }
}
