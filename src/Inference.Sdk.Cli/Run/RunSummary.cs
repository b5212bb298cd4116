using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Run;

/// <summary>A run in one line, for standard error.</summary>
internal static class RunSummary
{
    public static string Describe(PredictionReport report, string? finishReason)
    {
        PredictionUsage usage = report.Usage;
        RunTimings timings = RunTimings.From(report.Timings, usage);
        var parts = new List<string> { usage.OutputTokens == 1 ? "1 token" : $"{Units.Count(usage.OutputTokens)} tokens" };
        if (timings.TokensPerSecond is { } speed)
        {
            parts.Add($"{Units.Number(speed)} tokens/s");
        }

        parts.Add($"first after {Units.Duration(report.Timings.TimeToFirstToken)}");
        parts.Add(usage.CachedInputTokens > 0
            ? $"prompt of {Units.Count(usage.InputTokens)} ({Units.Count(usage.CachedInputTokens)} cached)"
            : $"prompt of {Units.Count(usage.InputTokens)}");
        if (report.Energy is { } energy)
        {
            parts.Add($"{Units.Number(energy.MidJoules)} J {energy.Provenance.ToString().ToLowerInvariant()}");
        }

        if (finishReason == "length")
        {
            parts.Add("cut off: raise --max-tokens or --context for more");
        }

        return string.Join(", ", parts);
    }
}
