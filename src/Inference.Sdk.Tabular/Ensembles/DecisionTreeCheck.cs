using System.Collections;

namespace Inference.Sdk.Tabular;

/// <summary>Checks the shape of a tree, so that a kernel can walk it without checks of its own and always
/// ends.</summary>
internal static class DecisionTreeCheck
{
    /// <summary>Finds what is wrong with a tree.</summary>
    /// <returns>The fault in words, or <see langword="null"/> where there is none.</returns>
    public static string? Fault(DecisionTree tree, int featureCount)
    {
        if (tree.Leaves.Length != tree.Splits.Length + 1)
        {
            return $"it has {tree.Splits.Length} splits and {tree.Leaves.Length} leaves; a tree has one leaf "
                + "more than splits";
        }

        var splitSeen = new BitArray(tree.Splits.Length);
        var leafSeen = new BitArray(tree.Leaves.Length);
        for (int i = 0; i < tree.Splits.Length; i++)
        {
            ref readonly Split split = ref tree.Splits[i];
            if ((uint)split.Feature >= (uint)featureCount)
            {
                return $"split {i} is on feature {split.Feature} and the model has {featureCount}";
            }

            // Infinite thresholds are in use: they part missing values from all others.
            if (double.IsNaN(split.Threshold))
            {
                return $"split {i} has a threshold that is not a number";
            }

            string? fault = Child(i, split.Left, splitSeen, leafSeen) ?? Child(i, split.Right, splitSeen, leafSeen);
            if (fault is not null)
            {
                return fault;
            }
        }

        int badLeaf = Array.FindIndex(tree.Leaves, leaf => !double.IsFinite(leaf));
        return badLeaf >= 0 ? $"leaf {badLeaf} has a value that is not finite" : Unreachable(tree);
    }

    // Every child has one parent, and the root none; what is left to rule out is a cycle cut off from the root.
    private static string? Unreachable(DecisionTree tree)
    {
        if (tree.Splits.Length == 0)
        {
            return null;
        }

        var pending = new Stack<int>([0]);
        int reached = 0;
        while (pending.TryPop(out int index))
        {
            reached++;
            if (tree.Splits[index].Left >= 0)
            {
                pending.Push(tree.Splits[index].Left);
            }

            if (tree.Splits[index].Right >= 0)
            {
                pending.Push(tree.Splits[index].Right);
            }
        }

        return reached == tree.Splits.Length
            ? null
            : $"{tree.Splits.Length - reached} of its splits cannot be reached from its root";
    }

    private static string? Child(int parent, int child, BitArray splitSeen, BitArray leafSeen)
    {
        bool isLeaf = child < 0;
        BitArray seen = isLeaf ? leafSeen : splitSeen;
        int index = isLeaf ? ~child : child;
        if (index >= seen.Length)
        {
            return $"a child of split {parent} is {(isLeaf ? "leaf" : "split")} {index}, and there are {seen.Length}";
        }

        if ((!isLeaf && index == 0) || seen[index])
        {
            return $"{(isLeaf ? "leaf" : "split")} {index} has two parents";
        }

        seen[index] = true;
        return null;
    }
}
