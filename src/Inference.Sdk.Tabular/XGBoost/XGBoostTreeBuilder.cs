namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>Makes a tree of the ensemble from the arrays of the file. Nodes that pruning deleted stay in the file
/// without a parent; only those the root reaches are taken.</summary>
internal sealed class XGBoostTreeBuilder(int featureCount, LoadContext context)
{
    private long _categoryWords;

    public DecisionTree Build(XGBoostTreeArrays arrays, double weight, int index)
    {
        int count = arrays.Left.Count;
        Size("right_children", arrays.Right.Count, count, index);
        Size("split_indices", arrays.Feature.Count, count, index);
        Size("split_conditions", arrays.Condition.Count, count, index);
        Size("default_left", arrays.DefaultLeft.Count, count, index);
        Dictionary<int, uint[]> categories = ReadCategories(arrays, index);

        // First where each node goes, in the order the root reaches them; then the splits, which point at each other.
        (int[] places, int splitCount, int leafCount) = Place(arrays, index);
        var splits = new Split[splitCount];
        double[] leaves = new double[leafCount];
        for (int node = 0; node < count; node++)
        {
            int place = places[node];
            if (place == int.MinValue)
            {
                continue;
            }

            if (place < 0)
            {
                leaves[~place] = arrays.Condition[node];
                continue;
            }

            int left = places[arrays.Left[node]];
            int right = places[arrays.Right[node]];
            bool missingLeft = arrays.DefaultLeft[node] != 0;

            // XGBoost sends the categories of a set right; the ensemble sends them left, so the children change places.
            splits[place] = categories.TryGetValue(node, out uint[]? set)
                ? new Split(arrays.Feature[node], 0, right, left, MissingRule.NaN, !missingLeft, set)
                : new Split(arrays.Feature[node], arrays.Condition[node], left, right, MissingRule.NaN, missingLeft);
        }

        var tree = new DecisionTree(splits, leaves, weight);
        return DecisionTreeCheck.Fault(tree, featureCount) is { } fault
            ? throw context.Corrupt($"tree {index}: {fault}")
            : tree;
    }

    /// <returns>Each node's place: a split's index, the complement of a leaf's, or
    /// <see cref="int.MinValue"/>.</returns>
    private (int[] Places, int Splits, int Leaves) Place(XGBoostTreeArrays arrays, int index)
    {
        int[] places = new int[arrays.Left.Count];
        Array.Fill(places, int.MinValue);
        var pending = new Stack<int>([0]);
        int splits = 0;
        int leaves = 0;
        while (pending.TryPop(out int node))
        {
            if ((uint)node >= (uint)places.Length)
            {
                throw context.Corrupt($"tree {index} has {places.Length} nodes, and one of them is a parent of "
                    + $"node {node}");
            }

            if (places[node] != int.MinValue)
            {
                throw context.Corrupt($"node {node} of tree {index} has two parents");
            }

            if (arrays.Left[node] == -1)
            {
                places[node] = ~leaves++;
                continue;
            }

            places[node] = splits++;
            pending.Push(arrays.Right[node]);
            pending.Push(arrays.Left[node]);
        }

        return (places, splits, leaves);
    }

    private Dictionary<int, uint[]> ReadCategories(XGBoostTreeArrays arrays, int index)
    {
        var sets = new Dictionary<int, uint[]>();
        Size("categories_segments", arrays.CategorySegments.Count, arrays.CategoryNodes.Count, index);
        Size("categories_sizes", arrays.CategorySizes.Count, arrays.CategoryNodes.Count, index);
        for (int i = 0; i < arrays.CategoryNodes.Count; i++)
        {
            long start = arrays.CategorySegments[i];
            long end = start + arrays.CategorySizes[i];
            if (start < 0 || end <= start || end > arrays.Categories.Count)
            {
                throw context.Corrupt(
                    $"the categories of node {arrays.CategoryNodes[i]} of tree {index} run from {start} to "
                    + $"{end}, and there are {arrays.Categories.Count}");
            }

            sets[arrays.CategoryNodes[i]] = ReadSet(arrays, (int)start, (int)end, index);
        }

        for (int node = 0; node < arrays.SplitType.Count; node++)
        {
            if (arrays.SplitType[node] != 0 && !sets.ContainsKey(node))
            {
                throw context.Corrupt($"node {node} of tree {index} splits categories and lists none");
            }
        }

        return sets;
    }

    private uint[] ReadSet(XGBoostTreeArrays arrays, int start, int end, int index)
    {
        const int Largest = (1 << 24) - 1;
        int largest = 0;
        for (int i = start; i < end; i++)
        {
            int category = arrays.Categories[i];
            if (category is < 0 or > Largest)
            {
                throw context.Corrupt($"tree {index} has the category {category}; they run from 0 to {Largest}");
            }

            largest = Math.Max(largest, category);
        }

        int words = (largest >> 5) + 1;
        _categoryWords += words;
        if (_categoryWords > context.MaxCategoryWords)
        {
            throw context.Unsupported(
                $"its sets of categories take more than {context.MaxCategoryWords / 256} KiB, out of proportion "
                + "to its size",
                "Number the categories from 0 without gaps and train it again.");
        }

        uint[] bits = new uint[words];
        for (int i = start; i < end; i++)
        {
            bits[arrays.Categories[i] >> 5] |= 1u << (arrays.Categories[i] & 31);
        }

        return bits;
    }

    private void Size(string name, int actual, int expected, int index)
    {
        if (actual != expected)
        {
            throw context.Corrupt($"'{name}' of tree {index} has {actual} values, and {expected} are expected");
        }
    }
}
