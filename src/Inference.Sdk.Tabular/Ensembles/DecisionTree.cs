namespace Inference.Sdk.Tabular;

/// <summary>One tree: its first split is the root, or its only leaf where it has no splits. Checked by
/// <see cref="DecisionTreeCheck"/>: children in range, every node reached exactly once.</summary>
/// <param name="Splits">The inner nodes.</param>
/// <param name="Leaves">The values of the leaves.</param>
/// <param name="Weight">What its leaves are multiplied by when they are summed.</param>
internal sealed record DecisionTree(Split[] Splits, double[] Leaves, double Weight = 1);
