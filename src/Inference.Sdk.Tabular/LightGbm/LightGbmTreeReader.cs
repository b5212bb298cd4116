using System.Numerics;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Reads one tree: lines of <c>key=value</c> up to the next tree or the end of the trees.</summary>
internal readonly ref struct LightGbmTreeReader(int index, LoadContext context)
{
    /// <param name="lines">The file, after the tree's first line.</param>
    /// <param name="more">Whether another tree begins.</param>
    public LightGbmTreeText Read(ref Utf8Lines lines, out bool more)
    {
        var tree = new LightGbmTreeText();
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            more = line.StartsWith("Tree="u8);
            if (more || line.SequenceEqual(LightGbmFormat.EndOfTrees) || line.SequenceEqual(LightGbmFormat.Importances))
            {
                return tree;
            }

            int equals = line.IndexOf((byte)'=');
            if (equals >= 0)
            {
                ReadValue(tree, line[..equals], line[(equals + 1)..]);
            }
            else if (!line.IsEmpty)
            {
                throw context.Corrupt($"tree {index} has the line '{Utf8Text.Shorten(line)}', line {lines.Number}");
            }
        }

        throw context.Truncated($"its last line, in tree {index}, is not 'end of trees'");
    }

    private void ReadValue(LightGbmTreeText tree, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        switch (key)
        {
            case var _ when key.SequenceEqual("num_leaves"u8):
                int[] leaves = Numbers<int>("num_leaves", value);
                tree.LeafCount = leaves.Length == 1 ? leaves[0] : throw NotNumbers("num_leaves");
                break;
            case var _ when key.SequenceEqual("split_feature"u8):
                tree.SplitFeature = Numbers<int>("split_feature", value);
                break;
            case var _ when key.SequenceEqual("threshold"u8):
                tree.Threshold = Numbers<double>("threshold", value);
                break;
            case var _ when key.SequenceEqual("decision_type"u8):
                tree.DecisionType = Numbers<int>("decision_type", value);
                break;
            case var _ when key.SequenceEqual("left_child"u8):
                tree.LeftChild = Numbers<int>("left_child", value);
                break;
            case var _ when key.SequenceEqual("right_child"u8):
                tree.RightChild = Numbers<int>("right_child", value);
                break;
            case var _ when key.SequenceEqual("leaf_value"u8):
                tree.LeafValue = Numbers<double>("leaf_value", value);
                break;
            case var _ when key.SequenceEqual("cat_boundaries"u8):
                tree.CategoryBoundaries = Numbers<int>("cat_boundaries", value);
                break;
            case var _ when key.SequenceEqual("cat_threshold"u8):
                tree.CategoryBits = Numbers<uint>("cat_threshold", value);
                break;
            case var _ when key.SequenceEqual("is_linear"u8):
                tree.IsLinear = !value.SequenceEqual("0"u8);
                break;
        }
    }

    private T[] Numbers<T>(string key, ReadOnlySpan<byte> value)
        where T : struct, INumberBase<T> =>
        Utf8Numbers.Parse<T>(value) ?? throw NotNumbers(key);

    private ModelLoadException NotNumbers(string key) =>
        context.Corrupt($"'{key}' of tree {index} does not read as numbers");
}
