namespace Inference.Sdk.Tabular;

/// <summary>One column as the kernel computes it.</summary>
/// <param name="Weight">What a number is multiplied by.</param>
/// <param name="Impute">What stands in for a missing value; NaN where nothing does, so that the prediction is
/// NaN.</param>
/// <param name="CategoryWeights">What each category adds; <see langword="null"/> for numbers.</param>
internal readonly record struct LinearTerm(double Weight, double Impute, double[]? CategoryWeights);
