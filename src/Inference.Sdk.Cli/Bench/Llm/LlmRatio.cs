namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>The engine against the baseline: above 1, the engine is faster. Immutable.</summary>
/// <param name="TokensPerSecond">The median of the rounds' ratios of tokens a second, the prompts' time included.</param>
/// <param name="DecodeTokensPerSecond">The median of the rounds' ratios of tokens a second after the first ones.</param>
/// <param name="DecodeRounds">Each round's ratio of the latter: how far they scatter is how noisy the machine was.</param>
internal sealed record LlmRatio(double TokensPerSecond, double DecodeTokensPerSecond, IReadOnlyList<double> DecodeRounds)
{
    /// <summary>Compares rounds that ran next to each other.</summary>
    public static LlmRatio From(IReadOnlyList<LlmRound> engine, IReadOnlyList<LlmRound> baseline)
    {
        double[] decode = [.. engine.Zip(baseline, (e, b) => e.DecodeTokensPerSecond / b.DecodeTokensPerSecond)];
        return new LlmRatio(
            SampleSummary.Median([.. engine.Zip(baseline, (e, b) => e.TokensPerSecond / b.TokensPerSecond)]),
            SampleSummary.Median(decode),
            decode);
    }
}
