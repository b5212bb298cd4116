using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Templates.Values;
using Inference.Sdk.LlamaCpp.Tools;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>What a request asks for, its options read and checked. Immutable.</summary>
internal sealed record ChatPlan
{
    /// <summary>Gets how tokens are chosen.</summary>
    public required SamplingParameters Sampling { get; init; }

    /// <summary>Gets the most tokens to generate; <see langword="null"/> for as many as the context holds.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Gets the texts that end the answer.</summary>
    public IReadOnlyList<string> StopSequences { get; init; } = [];

    /// <summary>Gets the functions that the model may call.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Functions { get; init; } = [];

    /// <summary>Gets their names.</summary>
    public IReadOnlySet<string> ToolNames => Functions.Select(function => function.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets how calls are written; <see langword="null"/> where there are no functions.</summary>
    public IToolCallFormat? ToolCalls { get; init; }

    /// <summary>Gets whether an answer ends with its first call.</summary>
    public bool EndsWithFirstCall { get; init; }

    /// <summary>Gets what the model writes around its reasoning; <see langword="null"/> where that is not known.</summary>
    public ReasoningTags? Reasoning { get; init; }

    /// <summary>Gets whether reasoning is left out of the answer.</summary>
    public bool HidesReasoning { get; init; }

    /// <summary>Gets what comes before the messages.</summary>
    public string? Instructions { get; init; }

    /// <summary>Gets further variables of the template; their texts come from the host's own code.</summary>
    public IReadOnlyDictionary<string, JinjaValue> Variables { get; init; } = new Dictionary<string, JinjaValue>();
}
