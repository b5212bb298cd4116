namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>Makes prompts of tokens drawn at random, so that no two share a prefix that a cache could answer.</summary>
internal static class PromptGenerator
{
    /// <summary>Makes the prompts of a round: the same for the same seed and round.</summary>
    /// <param name="tokens">The tokens to draw from, at least one.</param>
    /// <param name="settings">How many prompts, and how long.</param>
    /// <param name="round">The round.</param>
    public static IReadOnlyList<int[]> Create(IReadOnlyList<int> tokens, LlmBenchSettings settings, int round)
    {
        var random = new Random(HashSeed(settings.Seed, round));
        return
        [
            .. Enumerable.Range(0, settings.Parallel).Select(_ =>
                Enumerable.Range(0, settings.PromptTokens).Select(_ => tokens[random.Next(tokens.Count)]).ToArray()),
        ];
    }

    // HashCode differs from process to process, and a benchmark is to be repeatable.
    private static int HashSeed(int seed, int round) => unchecked((seed * 486187739) + round);
}
