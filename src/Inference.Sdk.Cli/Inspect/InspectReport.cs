namespace Inference.Sdk.Cli.Inspect;

/// <summary>The JSON object of `inference inspect --json`. Immutable. One of <see cref="Gguf"/> and <see cref="Tabular"/> is
/// there.</summary>
internal sealed record InspectReport
{
    /// <summary>Gets <c>gguf</c> or <c>tabular</c>.</summary>
    public required string Kind { get; init; }

    public required string Path { get; init; }

    public required long FileBytes { get; init; }

    public GgufFacts? Gguf { get; init; }

    public TabularFacts? Tabular { get; init; }
}
