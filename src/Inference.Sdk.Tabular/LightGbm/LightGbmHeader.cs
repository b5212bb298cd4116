namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>What stands before the trees.</summary>
internal sealed record LightGbmHeader
{
    /// <summary>Gets the columns' names.</summary>
    public required string[] FeatureNames { get; init; }

    /// <summary>Gets what training saw of each column: <c>[min:max]</c>, categories as <c>a:b:c</c>, or
    /// <c>none</c>.</summary>
    public required string[] FeatureInfos { get; init; }

    /// <summary>Gets the objective with its parameters; empty for a custom one.</summary>
    public required string Objective { get; init; }

    /// <summary>Gets whether the output is the mean of the trees (random forests).</summary>
    public bool Average { get; init; }

    /// <summary>Gets the number of trees the header announces, or <see langword="null"/> where it does not.</summary>
    public int? TreeCount { get; init; }
}
