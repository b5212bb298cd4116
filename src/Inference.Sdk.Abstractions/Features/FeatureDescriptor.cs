namespace Inference.Sdk;

/// <summary>One column of a model's input. Immutable.</summary>
public sealed record FeatureDescriptor
{
    /// <summary>Gets the name, unique in its schema; compared ordinally.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type.</summary>
    public FeatureType Type { get; init; } = FeatureType.Number;

    /// <summary>Gets the texts a <see cref="FeatureType.Category"/> can be, in the order of the model's codes; empty for
    /// other types.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Gets whether a row must have a value: whether a missing one (NaN) is an error.</summary>
    public bool Required { get; init; }

    /// <summary>Gets the smallest value seen in training, where the model tells; values beyond it are still predicted
    /// from.</summary>
    public double? Minimum { get; init; }

    /// <summary>Gets the largest value seen in training, where the model tells; values beyond it are still predicted
    /// from.</summary>
    public double? Maximum { get; init; }

    /// <summary>Gets the unit, such as <c>sqft</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets what the feature means, for people and language models to read.</summary>
    public string? Description { get; init; }
}
