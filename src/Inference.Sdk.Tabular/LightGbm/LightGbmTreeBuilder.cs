namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Makes a tree of the ensemble from the arrays of the file.</summary>
internal sealed class LightGbmTreeBuilder(int featureCount, LoadContext context)
{
    public DecisionTree Build(LightGbmTreeText text, int index)
    {
        if (text.IsLinear)
        {
            throw context.Unsupported(
                $"tree {index} has linear models in its leaves (linear_tree)", "Train it with linear_tree=false.");
        }

        int leafCount = text.LeafCount ?? throw context.Corrupt($"tree {index} has no 'num_leaves'");
        double[] leaves = Sized("leaf_value", text.LeafValue, leafCount, index);
        int splitCount = leafCount - 1;
        if (leafCount < 1)
        {
            throw context.Corrupt($"tree {index} has {leafCount} leaves");
        }

        if (splitCount == 0)
        {
            return Checked(new DecisionTree([], leaves), index);
        }

        int[] features = Sized("split_feature", text.SplitFeature, splitCount, index);
        double[] thresholds = Sized("threshold", text.Threshold, splitCount, index);
        int[] left = Sized("left_child", text.LeftChild, splitCount, index);
        int[] right = Sized("right_child", text.RightChild, splitCount, index);
        int[] decisions = text.DecisionType is null
            ? new int[splitCount]
            : Sized("decision_type", text.DecisionType, splitCount, index);
        var splits = new Split[splitCount];
        for (int i = 0; i < splitCount; i++)
        {
            int missing = (decisions[i] >> LightGbmFormat.MissingShift) & 3;
            if (missing > (int)MissingRule.NaN || decisions[i] is < sbyte.MinValue or > sbyte.MaxValue)
            {
                throw context.Corrupt($"split {i} of tree {index} has the decision type {decisions[i]}");
            }

            bool categorical = (decisions[i] & LightGbmFormat.CategoricalBit) != 0;
            splits[i] = new Split(
                features[i],
                categorical ? 0 : FoldZeroes(thresholds[i]),
                left[i],
                right[i],
                (MissingRule)missing,
                (decisions[i] & LightGbmFormat.DefaultLeftBit) != 0,
                categorical ? Categories(text, thresholds[i], i, index) : null);
        }

        return Checked(new DecisionTree(splits, leaves), index);
    }

    // LightGBM's API reads values within the zero threshold as zero before it compares. Moving a threshold that lies
    // within it to its edge gives every value the same way, at no cost per prediction.
    private static double FoldZeroes(double threshold) =>
        Math.Abs(threshold) > LightGbmFormat.ZeroThreshold || double.IsNaN(threshold)
            ? threshold
            : threshold >= 0 ? LightGbmFormat.ZeroThreshold : Math.BitDecrement(-LightGbmFormat.ZeroThreshold);

    // The threshold of a categorical split is the number of its set; the sets lie one after the other in cat_threshold.
    private uint[] Categories(LightGbmTreeText text, double set, int split, int index)
    {
        int[] boundaries = text.CategoryBoundaries ?? [];
        uint[] bits = text.CategoryBits ?? [];
        if (!(set >= 0 && set < boundaries.Length - 1))
        {
            throw context.Corrupt($"split {split} of tree {index} is on category set {set:R}, and there is none");
        }

        int start = boundaries[(int)set];
        int end = boundaries[(int)set + 1];
        return start >= 0 && start < end && end <= bits.Length
            ? bits[start..end]
            : throw context.Corrupt(
                $"category set {(int)set} of tree {index} runs from {start} to {end}, and 'cat_threshold' has "
                + $"{bits.Length} words");
    }

    private DecisionTree Checked(DecisionTree tree, int index) =>
        DecisionTreeCheck.Fault(tree, featureCount) is { } fault
            ? throw context.Corrupt($"tree {index}: {fault}")
            : tree;

    private T[] Sized<T>(string key, T[]? values, int count, int index)
    {
        if (values is null)
        {
            throw context.Corrupt($"tree {index} has no '{key}'");
        }

        return values.Length == count
            ? values
            : throw context.Corrupt(
                $"'{key}' of tree {index} has {values.Length} values, and by its 'num_leaves' {count} are expected");
    }
}
