namespace Inference.Sdk;

/// <summary>What a prediction consumed. Counts that do not apply to a kind of model are zero.</summary>
public readonly record struct PredictionUsage
{
    /// <summary>Gets the tokens of the prompt, cached ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the tokens generated.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Gets how many of <see cref="InputTokens"/> came from a prefix cache and were not computed.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Gets how many of <see cref="OutputTokens"/> were reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Gets the rows scored.</summary>
    public long Rows { get; init; }

    /// <summary>Gets the processor time that this prediction is charged with, summed over cores. Work done for several
    /// predictions at once is divided between them, so that charges add up to what was spent; each is at
    /// least a tick (100 ns), the least that can be told. Zero where the engine does not account for it.</summary>
    /// <remarks>A language model charges the time of its steps on all their threads, of choosing tokens, and of preparing the
    /// prompt. A prediction that fails or is cancelled has no report; <see cref="PredictionOptions.Unfinished"/> is told its
    /// charge. The rest of a step that goes on after a cancellation is charged to nobody.</remarks>
    public TimeSpan ProcessorTime { get; init; }
}
