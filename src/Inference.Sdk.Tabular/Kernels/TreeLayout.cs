namespace Inference.Sdk.Tabular;

/// <summary>A whole ensemble in a few flat arrays.</summary>
/// <typeparam name="T">The precision it is computed in.</typeparam>
/// <param name="FeatureCount">The number of values in a row.</param>
/// <param name="Base">What the sum starts from.</param>
/// <param name="Roots">Each tree's first node, or the complement of its only leaf.</param>
/// <param name="Nodes">The splits of all trees.</param>
/// <param name="Leaves">The leaves of all trees, weights multiplied in.</param>
/// <param name="CategoryBits">The bits of all categorical splits.</param>
internal sealed record TreeLayout<T>(
    int FeatureCount, T Base, int[] Roots, TreeNode<T>[] Nodes, T[] Leaves, uint[] CategoryBits)
    where T : unmanaged;
