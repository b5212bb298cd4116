namespace Inference.Sdk.LlamaCpp.Backend;

/// <summary>How many threads compute a step. Immutable.</summary>
/// <param name="Decode">Those of a step in which every sequence has one generated token, 1 or more.</param>
/// <param name="Prompt">Those of a step with tokens of a prompt, 1 or more.</param>
internal sealed record StepThreads(int Decode, int Prompt)
{
    /// <summary>Gets the larger of the two.</summary>
    public int Most => Math.Max(Decode, Prompt);
}
