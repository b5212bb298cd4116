using Inference.Sdk.LlamaCpp.Sampling;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>What the scheduler is asked for: tokens in, tokens out. Templates and messages are above it.</summary>
internal sealed record GenerationRequest
{
    /// <summary>Gets the prompt's tokens, at least one.</summary>
    public required ReadOnlyMemory<int> Prompt { get; init; }

    /// <summary>Gets how tokens are chosen.</summary>
    public SamplingParameters Sampling { get; init; } = SamplingParameters.Greedy;

    /// <summary>Gets the most tokens to generate, or <see langword="null"/> for as many as the context holds.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Gets the texts that end the generation; none of them is delivered.</summary>
    public IReadOnlyList<string> StopSequences { get; init; } = [];

    /// <summary>Gets whether text is delivered as it comes. Otherwise all of it comes with the last update, which spares
    /// waking the consumer for each token.</summary>
    public bool Streams { get; init; } = true;

    /// <summary>Gets who is told what the generation has consumed where it ends without a last update: on the consumer's
    /// thread, before the enumeration throws or its disposal ends.</summary>
    public Action<PredictionUsage>? OnUnfinished { get; init; }

    /// <summary>Gets a text whose first occurrence is noted (<see cref="GenerationUpdate.LandmarkTokens"/>), or
    /// <see langword="null"/> for none.</summary>
    public string? Landmark { get; init; }

    /// <summary>Gets whether the text of control tokens is delivered, for parsers of tool calls that are such tokens.</summary>
    public bool DeliverControlTokens { get; init; }
}
