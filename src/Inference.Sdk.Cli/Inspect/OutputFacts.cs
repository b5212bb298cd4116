namespace Inference.Sdk.Cli.Inspect;

/// <summary>What a tabular model predicts. Immutable.</summary>
internal sealed record OutputFacts(string Name, string? Unit, string? Description, int? Digits);
