namespace Inference.Sdk.Tabular;

/// <summary>One column of a linear model and what it adds to the sum. Immutable.</summary>
public sealed record LinearFeature
{
    /// <summary>Gets the column. Whether it is required follows from <see cref="Impute"/>;
    /// <see cref="FeatureDescriptor.Required"/> is not looked at.</summary>
    public required FeatureDescriptor Feature { get; init; }

    /// <summary>Gets what the value is multiplied by; for a category, unused and 0.</summary>
    public double Weight { get; init; }

    /// <summary>Gets what each category adds, in the order of <see cref="FeatureDescriptor.Categories"/>; empty for
    /// other types.</summary>
    public IReadOnlyList<double> CategoryWeights { get; init; } = [];

    /// <summary>Gets the value that stands in for a missing one (for a category, its position); <see langword="null"/>
    /// where a missing value is an error.</summary>
    public double? Impute { get; init; }
}
