namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>When each token of a round came, in seconds from its beginning.</summary>
/// <param name="TokenTimes">The times of each sequence's tokens, in ascending order, at least two a sequence.</param>
internal sealed record LlmRound(IReadOnlyList<double[]> TokenTimes)
{
    /// <summary>Gets generated tokens for each second of the whole round, the prompts' time included.</summary>
    public double TokensPerSecond => TokenTimes.Sum(times => times.Length) / TokenTimes.Max(times => times[^1]);

    /// <summary>Gets generated tokens for each second after every sequence had its first token.</summary>
    public double DecodeTokensPerSecond
    {
        get
        {
            double begin = TokenTimes.Max(times => times[0]);
            double end = TokenTimes.Max(times => times[^1]);
            return TokenTimes.Sum(times => times.Count(t => t > begin)) / (end - begin);
        }
    }

    /// <summary>Gets the seconds until each sequence's first token.</summary>
    public IEnumerable<double> FirstTokens => TokenTimes.Select(times => times[0]);

    /// <summary>Gets the seconds between neighbouring tokens of each sequence.</summary>
    public IEnumerable<double> Intervals => TokenTimes.SelectMany(times => times.Skip(1).Zip(times, (b, a) => b - a));
}
