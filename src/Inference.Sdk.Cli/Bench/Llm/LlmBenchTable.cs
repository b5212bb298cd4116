using System.Globalization;
using Inference.Sdk.Cli.Output;
using Spectre.Console;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>Shows a measurement to people.</summary>
internal static class LlmBenchTable
{
    public static void Write(LlmBenchReport report, IAnsiConsole console)
    {
        LlmBenchSettings settings = report.Settings;
        LlmResult engine = report.Engine;
        LlmResult baseline = report.Baseline;
        new FactTable(
            $"{report.Model}, {settings.Parallel} x ({settings.PromptTokens} + {settings.GeneratedTokens}) tokens",
            "",
            "engine",
            $"llama.cpp {report.LibraryRelease}")
            .AddCells("decode, tokens/s", Text(engine.DecodeTokensPerSecond), Text(baseline.DecodeTokensPerSecond))
            .AddCells("with prompt, tokens/s", Text(engine.TokensPerSecond), Text(baseline.TokensPerSecond))
            .AddCells("first token p50, ms", Text(engine.TimeToFirstTokenMs.P50), Text(baseline.TimeToFirstTokenMs.P50))
            .AddCells("first token p99, ms", Text(engine.TimeToFirstTokenMs.P99), Text(baseline.TimeToFirstTokenMs.P99))
            .AddCells("each token p50, ms", Text(engine.TokenLatencyMs.P50), Text(baseline.TokenLatencyMs.P50))
            .AddCells("each token p99, ms", Text(engine.TokenLatencyMs.P99), Text(baseline.TokenLatencyMs.P99))
            .AddCells("processor time of a token, ms", Text(engine.ProcessorMsPerToken), Text(baseline.ProcessorMsPerToken))
            .WriteTo(console);
        new FactTable("Engine against llama.cpp, median of the rounds", "", "")
            .Add("decode", Ratio(report.Ratio.DecodeTokensPerSecond))
            .Add("with prompt", Ratio(report.Ratio.TokensPerSecond))
            .Add("measured", $"{settings.Rounds} rounds, {settings.Threads} threads, polling {settings.Polling}")
            .Add("machine", report.Machine.Describe())
            .WriteTo(console);
    }

    private static string Text(double value) => Units.Number(value);

    private static string Ratio(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
