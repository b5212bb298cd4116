namespace Inference.Sdk.Cli.Inspect;

/// <summary>What `inference inspect` was asked for. Immutable.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Context">Tokens of each sequence; <see langword="null"/> for what the engine takes by default.</param>
/// <param name="Sequences">Sequences at a time.</param>
/// <param name="Json">Whether to write JSON.</param>
internal sealed record InspectSettings(string Model, int? Context, int Sequences, bool Json);
