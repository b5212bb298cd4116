namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>Something that generates tokens and can be timed doing so.</summary>
internal interface ILlmContender : IAsyncDisposable
{
    /// <summary>Answers all prompts at once, each with exactly as many tokens as asked for.</summary>
    /// <param name="prompts">The prompts' tokens.</param>
    /// <param name="generate">The tokens of each answer, at least two.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When each token came.</returns>
    Task<LlmRound> RunAsync(IReadOnlyList<int[]> prompts, int generate, CancellationToken cancellationToken);
}
