namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>What is measured. Immutable.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Parallel">Sequences at a time.</param>
/// <param name="PromptTokens">Tokens of each prompt.</param>
/// <param name="GeneratedTokens">Tokens of each answer.</param>
/// <param name="Threads">Threads that compute.</param>
/// <param name="Rounds">Measured rounds of each contender, after one to warm up.</param>
/// <param name="GpuLayers">Layers on the GPU; <see langword="null"/> for all.</param>
/// <param name="Seed">Of the prompts.</param>
internal sealed record LlmBenchSettings(
    string Model, int Parallel, int PromptTokens, int GeneratedTokens, int Threads, int Rounds, int? GpuLayers, int Seed)
{
    /// <summary>Gets how long threads look for the next step before they sleep, 0 to 100.</summary>
    public int Polling { get; init; }

    /// <summary>Gets whether the engine delivers answers all at once.</summary>
    public bool Whole { get; init; }
}
