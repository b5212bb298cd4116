using System.Numerics;

namespace Inference.Sdk.Tabular;

/// <summary>Lays an ensemble out for the kernel of its comparison.</summary>
internal static class TreeCompiler
{
    public static Kernel Compile(TreeEnsemble ensemble) => ensemble.Comparison switch
    {
        SplitComparison.AtMostDouble =>
            new TreeKernel<double, AtMostRule, Elements.SingleToDouble, Elements.DoubleToDouble>(LayOut<double>(ensemble)),
        SplitComparison.BelowSingle =>
            new TreeKernel<float, BelowRule, Elements.SingleToSingle, Elements.DoubleToSingle>(LayOut<float>(ensemble)),
        _ => throw new ArgumentOutOfRangeException(nameof(ensemble), ensemble.Comparison, null),
    };

    private static TreeLayout<T> LayOut<T>(TreeEnsemble ensemble)
        where T : unmanaged, INumber<T>
    {
        int[] roots = new int[ensemble.Trees.Count];
        var nodes = new TreeNode<T>[ensemble.Trees.Sum(tree => tree.Splits.Length)];
        var leaves = new T[ensemble.Trees.Sum(tree => tree.Leaves.Length)];
        uint[] bits = new uint[ensemble.Trees.Sum(tree => tree.Splits.Sum(split => split.Categories?.Length ?? 0))];
        int nodeCount = 0;
        int leafCount = 0;
        int bitCount = 0;
        for (int t = 0; t < roots.Length; t++)
        {
            DecisionTree tree = ensemble.Trees[t];
            roots[t] = tree.Splits.Length == 0 ? ~leafCount : nodeCount;
            int firstNode = nodeCount;
            foreach (ref readonly Split split in tree.Splits.AsSpan())
            {
                ref TreeNode<T> node = ref nodes[nodeCount++];
                node.Threshold = T.CreateTruncating(split.Threshold);
                node.Feature = split.Feature;
                node.Left = Move(split.Left, firstNode, leafCount);
                node.Right = Move(split.Right, firstNode, leafCount);
                node.Missing = split.Missing;
                node.MissingLeft = split.MissingLeft;
                node.CategoryStart = bitCount;
                node.CategoryWords = split.Categories?.Length ?? 0;
                split.Categories?.CopyTo(bits, bitCount);
                bitCount += node.CategoryWords;
            }

            // Multiplied in the kernel's precision, as the library that trained the model does when it sums.
            T weight = T.CreateTruncating(tree.Weight);
            foreach (double leaf in tree.Leaves)
            {
                leaves[leafCount++] = T.CreateTruncating(leaf) * weight;
            }
        }

        return new TreeLayout<T>(
            ensemble.FeatureCount, T.CreateTruncating(ensemble.Base), roots, nodes, leaves, bits);
    }

    private static int Move(int child, int firstNode, int firstLeaf) =>
        child >= 0 ? child + firstNode : ~(~child + firstLeaf);
}
