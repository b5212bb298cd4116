namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>When each token of a round came, in seconds from its beginning: the times of each sequence's tokens, in ascending
/// order, at least two a sequence.</summary>
/// <param name="Produced">When the model had computed them. A consumer that gets no processor for a while takes many at
/// once, which must not look like a fast model.</param>
/// <param name="Delivered">When their consumers had them.</param>
internal sealed record LlmRound(IReadOnlyList<double[]> Produced, IReadOnlyList<double[]> Delivered)
{
    /// <summary>Gets the processor time that the process spent on the round, over all cores. Unlike the rest, it hardly
    /// changes with what else the machine does, where one thread computes; more threads spin while they wait.</summary>
    public TimeSpan ProcessorTime { get; init; }

    /// <summary>Gets the processor time of a generated token, its share of the prompt's included.</summary>
    public TimeSpan ProcessorTimePerToken => ProcessorTime / Produced.Sum(times => times.Length);

    /// <summary>Gets delivered tokens for each second of the whole round, the prompts' time included.</summary>
    public double TokensPerSecond => Delivered.Sum(times => times.Length) / Delivered.Max(times => times[^1]);

    /// <summary>Gets produced tokens for each second after every sequence had its first token.</summary>
    public double DecodeTokensPerSecond
    {
        get
        {
            double begin = Produced.Max(times => times[0]);
            double end = Produced.Max(times => times[^1]);
            return Produced.Sum(times => times.Count(t => t > begin)) / (end - begin);
        }
    }

    /// <summary>Gets the seconds until each sequence's first token was delivered.</summary>
    public IEnumerable<double> FirstTokens => Delivered.Select(times => times[0]);

    /// <summary>Gets the seconds between the deliveries of neighbouring tokens of each sequence.</summary>
    public IEnumerable<double> Intervals => Delivered.SelectMany(times => times.Skip(1).Zip(times, (b, a) => b - a));
}
