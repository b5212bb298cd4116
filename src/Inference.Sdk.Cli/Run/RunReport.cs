using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Run;

/// <summary>The JSON object of `inference run --json`. Immutable.</summary>
internal sealed record RunReport
{
    public required ModelFacts Model { get; init; }

    public required Guid Id { get; init; }

    public required string Text { get; init; }

    /// <summary>Gets why the generation ended: <c>stop</c>, <c>length</c>, <c>tool_calls</c>.</summary>
    public required string? FinishReason { get; init; }

    public required RunUsage Usage { get; init; }

    public required RunTimings Timings { get; init; }

    public required EnergyFacts? Energy { get; init; }
}
