namespace Inference.Sdk.Tabular;

/// <summary>A tree ensemble with one output, whatever format it came from: what loaders make and the compiler lays out.
/// Its raw score is the base plus the trees' leaves, added in order.</summary>
internal sealed record TreeEnsemble
{
    /// <summary>Gets the number of features a row has.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Gets how splits compare, and the precision of the sum.</summary>
    public required SplitComparison Comparison { get; init; }

    /// <summary>Gets the trees in the order they are summed.</summary>
    public required IReadOnlyList<DecisionTree> Trees { get; init; }

    /// <summary>Gets how many trees one boosting iteration added.</summary>
    public int TreesPerIteration { get; init; } = 1;

    /// <summary>Gets what the sum starts from.</summary>
    public double Base { get; init; }
}
