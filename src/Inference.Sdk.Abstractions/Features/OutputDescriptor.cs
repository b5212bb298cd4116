namespace Inference.Sdk;

/// <summary>What a tabular model outputs. Immutable.</summary>
public sealed record OutputDescriptor
{
    /// <summary>Gets the name, such as <c>price</c>.</summary>
    public string Name { get; init; } = "prediction";

    /// <summary>Gets the unit, such as <c>USD</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets what the output means, for people and language models to read.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how many digits after the decimal point are worth showing, 0 to 15; <see langword="null"/> for all.
    /// It rounds what people and language models are shown, never what the predictor returns.</summary>
    public int? Digits { get; init; }
}
