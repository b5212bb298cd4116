namespace Inference.Sdk.Cli.Run;

/// <summary>What a run consumed. Immutable.</summary>
internal sealed record RunUsage(
    long InputTokens, long CachedInputTokens, long OutputTokens, long ReasoningTokens, double ProcessorSeconds)
{
    public static RunUsage From(PredictionUsage usage) => new(
        usage.InputTokens,
        usage.CachedInputTokens,
        usage.OutputTokens,
        usage.ReasoningTokens,
        usage.ProcessorTime.TotalSeconds);
}
