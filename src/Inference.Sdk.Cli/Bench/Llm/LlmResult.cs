namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>What a contender did over all its rounds. Immutable.</summary>
/// <param name="TokensPerSecond">Delivered tokens a second, the prompts' time included; median of the rounds.</param>
/// <param name="DecodeTokensPerSecond">Computed tokens a second after every sequence had its first; median of the
/// rounds.</param>
/// <param name="TimeToFirstTokenMs">Milliseconds until the consumer had a sequence's first token.</param>
/// <param name="TokenLatencyMs">Milliseconds from one token of a sequence to the next, as its consumer has them.</param>
/// <param name="ProcessorMsPerToken">Milliseconds of processor time for a token, over all cores; median of the
/// rounds.</param>
internal sealed record LlmResult(
    double TokensPerSecond,
    double DecodeTokensPerSecond,
    SampleSummary TimeToFirstTokenMs,
    SampleSummary TokenLatencyMs,
    double ProcessorMsPerToken)
{
    public static LlmResult From(IReadOnlyList<LlmRound> rounds) => new(
        SampleSummary.Median([.. rounds.Select(r => r.TokensPerSecond)]),
        SampleSummary.Median([.. rounds.Select(r => r.DecodeTokensPerSecond)]),
        SampleSummary.From([.. rounds.SelectMany(r => r.FirstTokens).Select(s => s * 1000)]),
        SampleSummary.From([.. rounds.SelectMany(r => r.Intervals).Select(s => s * 1000)]),
        SampleSummary.Median([.. rounds.Select(r => r.ProcessorTimePerToken.TotalMilliseconds)]));
}
