namespace Inference.Sdk.Cli.Predict;

/// <summary>What `inference predict` was asked for. Immutable.</summary>
internal sealed record PredictSettings
{
    /// <summary>What means standard input or output in place of a path.</summary>
    public const string Standard = "-";

    public required string Model { get; init; }

    /// <summary>Gets the rows' file, or <see cref="Standard"/>.</summary>
    public required string Input { get; init; }

    /// <summary>Gets the predictions' file, or <see cref="Standard"/>.</summary>
    public required string Output { get; init; }

    public required char Delimiter { get; init; }

    public required bool HasHeader { get; init; }

    public required IReadOnlyList<string> MissingTexts { get; init; }

    /// <summary>Gets whether categories are given as their positions, and not as their texts.</summary>
    public required bool HasCategoryCodes { get; init; }

    /// <summary>Gets the name of the predictions' column; <see langword="null"/> for the model's own.</summary>
    public string? Column { get; init; }

    public bool Verbose { get; init; }
}
