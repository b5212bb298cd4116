using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Hosting;
using Inference.Sdk.Cli.Output;
using Inference.Sdk.LlamaCpp;
using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Inference.Sdk.LlamaCpp.Options;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>`inference bench llm`: how fast a language model is on this machine, and how much of that the engine costs.
/// </summary>
internal sealed class LlmBenchVerb(CliConsole console, bool verbose)
{
    private readonly ILogger _logger = verbose
        ? new StandardErrorLogger("Inference.Sdk.LlamaCpp", console.Error, new Lock())
        : NullLogger.Instance;

    public async Task RunAsync(LlmBenchSettings settings, bool json, CancellationToken cancellationToken)
    {
        int context = settings.PromptTokens + settings.GeneratedTokens;
        var gguf = new GgufOptions
        {
            ContextLength = context,
            MaxSequences = settings.Parallel,
            Threads = settings.Threads,
            GpuLayers = settings.GpuLayers,
        };

        // What a host gets with these options, for both.
        LlamaLoadOptions options = GgufOptionsMapping.ToLoadOptions(gguf) with { Polling = settings.Polling };
        NativeBackend backend = NativeModelLoader.Load(settings.Model, options, _logger, null, cancellationToken);
        LlamaModelFacts facts = backend.Facts;
        int[] tokens = TextTokens(backend.Vocabulary);
        var engine = new EngineContender(
            backend, GgufOptionsMapping.ToSchedulerOptions(gguf), settings.Whole, console.Time, _logger);
        await using (engine.ConfigureAwait(false))
        {
            var baseline = new BaselineContender(backend, settings.Model, options, context, console.Time);
            await using (baseline.ConfigureAwait(false))
            {
                (List<LlmRound> ours, List<LlmRound> theirs) =
                    await MeasureAsync(engine, baseline, tokens, settings, cancellationToken).ConfigureAwait(false);
                LlmBenchReport report = ToReport(settings, facts, ours, theirs);
                await WriteAsync(report, json, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static int[] TextTokens(ILlamaVocabulary vocabulary) =>
    [
        .. Enumerable.Range(0, vocabulary.Count).Where(t => !vocabulary.IsControl(t) && !vocabulary.IsEndOfGeneration(t)),
    ];

    private async Task<(List<LlmRound> Engine, List<LlmRound> Baseline)> MeasureAsync(
        EngineContender engine,
        BaselineContender baseline,
        int[] tokens,
        LlmBenchSettings settings,
        CancellationToken cancellationToken)
    {
        var ours = new List<LlmRound>();
        var theirs = new List<LlmRound>();
        for (int round = 0; round <= settings.Rounds; round++)
        {
            // In turns, so that whatever else the machine does falls on both, and each first as often as the other.
            bool engineFirst = round % 2 == 1;
            IReadOnlyList<int[]> prompts = PromptGenerator.Create(tokens, settings, round);
            LlmRound first = await RunAsync(engineFirst ? engine : baseline, prompts, settings, cancellationToken)
                .ConfigureAwait(false);
            LlmRound second = await RunAsync(engineFirst ? baseline : engine, prompts, settings, cancellationToken)
                .ConfigureAwait(false);
            (LlmRound our, LlmRound their) = engineFirst ? (first, second) : (second, first);
            string name = round == 0 ? "warm-up" : $"round {round}/{settings.Rounds}";
            await console.Error.WriteLineAsync(
                $"{name}: engine {Units.Number(our.DecodeTokensPerSecond)}, llama.cpp "
                + $"{Units.Number(their.DecodeTokensPerSecond)} tokens/s").ConfigureAwait(false);
            if (round > 0)
            {
                ours.Add(our);
                theirs.Add(their);
            }
        }

        return (ours, theirs);
    }

    private static async Task<LlmRound> RunAsync(
        ILlmContender contender,
        IReadOnlyList<int[]> prompts,
        LlmBenchSettings settings,
        CancellationToken cancellationToken)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        LlmRound round = await contender
            .RunAsync(prompts, settings.GeneratedTokens, cancellationToken).ConfigureAwait(false);
        return round with { ProcessorTime = Environment.CpuUsage.TotalTime - before };
    }

    private static LlmBenchReport ToReport(
        LlmBenchSettings settings, LlamaModelFacts facts, List<LlmRound> engine, List<LlmRound> baseline) => new()
        {
            Model = facts.Description,
            ModelBytes = facts.SizeBytes,
            Parameters = facts.ParameterCount,
            LibraryRelease = NativeRuntime.Loaded?.Release ?? "unknown",
            Machine = MachineFacts.Read(),
            Settings = settings,
            Engine = LlmResult.From(engine),
            Baseline = LlmResult.From(baseline),
            Ratio = LlmRatio.From(engine, baseline),
        };

    private async Task WriteAsync(LlmBenchReport report, bool json, CancellationToken cancellationToken)
    {
        if (json)
        {
            await JsonOutput.WriteAsync(
                console.Out, report, CliJsonContext.Default.LlmBenchReport, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            LlmBenchTable.Write(report, Consoles.Create(console.Out, console.IsOutputTerminal));
        }
    }
}
