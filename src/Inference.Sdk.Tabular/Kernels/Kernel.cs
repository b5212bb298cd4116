namespace Inference.Sdk.Tabular;

/// <summary>Computes raw scores: what a model outputs before its output transform. Immutable, allocation-free, safe for
/// any number of concurrent callers. Rows must have <see cref="FeatureCount"/> values.</summary>
internal abstract class Kernel
{
    /// <summary>Gets the number of values in a row.</summary>
    public abstract int FeatureCount { get; }

    /// <summary>Scores a row of 32-bit values.</summary>
    public abstract double Raw(ReadOnlySpan<float> row);

    /// <summary>Scores a row of 64-bit values.</summary>
    public abstract double Raw(ReadOnlySpan<double> row);
}
