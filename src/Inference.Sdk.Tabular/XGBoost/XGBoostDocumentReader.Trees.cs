namespace Inference.Sdk.Tabular.XGBoost;

/// <content>The trees, the weights, and the arrays of both.</content>
internal sealed partial class XGBoostDocumentReader<TReader>
{
    private void ReadModel(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("gbtree_model_param"u8):
                    ReadTreeModelParameters(ref reader);
                    break;
                case var _ when name.SequenceEqual("tree_info"u8):
                    ReadIntegers(ref reader, _document.TreeInfo);
                    break;
                case var _ when name.SequenceEqual("weight_drop"u8):
                    ReadSingles(ref reader, _document.TreeWeights);
                    break;
                case var _ when name.SequenceEqual("trees"u8):
                    _document.Trees.Clear();
                    reader.EnterArray();
                    while (reader.NextElement())
                    {
                        _document.Trees.Add(ReadTree(ref reader));
                    }

                    break;
                case var _ when name.SequenceEqual("weights"u8):
                    ReadSingles(ref reader, _document.LinearWeights = []);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadTreeModelParameters(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("num_trees"u8):
                    _document.TreeCount = reader.ReadString();
                    break;
                case var _ when name.SequenceEqual("num_parallel_tree"u8):
                    _document.ParallelTrees = reader.ReadString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private XGBoostTreeArrays ReadTree(ref TReader reader)
    {
        var tree = new XGBoostTreeArrays();
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("left_children"u8):
                    ReadIntegers(ref reader, tree.Left);
                    break;
                case var _ when name.SequenceEqual("right_children"u8):
                    ReadIntegers(ref reader, tree.Right);
                    break;
                case var _ when name.SequenceEqual("split_indices"u8):
                    ReadIntegers(ref reader, tree.Feature);
                    break;
                case var _ when name.SequenceEqual("split_conditions"u8):
                    ReadSingles(ref reader, tree.Condition);
                    break;
                case var _ when name.SequenceEqual("default_left"u8):
                    ReadIntegers(ref reader, tree.DefaultLeft);
                    break;
                case var _ when name.SequenceEqual("split_type"u8):
                    ReadIntegers(ref reader, tree.SplitType);
                    break;
                case var _ when name.SequenceEqual("categories"u8):
                    ReadIntegers(ref reader, tree.Categories);
                    break;
                case var _ when name.SequenceEqual("categories_nodes"u8):
                    ReadIntegers(ref reader, tree.CategoryNodes);
                    break;
                case var _ when name.SequenceEqual("categories_segments"u8):
                    ReadIntegers(ref reader, tree.CategorySegments);
                    break;
                case var _ when name.SequenceEqual("categories_sizes"u8):
                    ReadIntegers(ref reader, tree.CategorySizes);
                    break;
                case var _ when name.SequenceEqual("tree_param"u8):
                    ReadTreeParameters(ref reader, tree);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // Refused here, not when trees are built: what is allocated for a tree stays in proportion to its text.
        return tree.Left.Count > 0 ? tree : throw context.Corrupt($"tree {_document.Trees.Count} has no nodes");
    }

    private static void ReadTreeParameters(ref TReader reader, XGBoostTreeArrays tree)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("size_leaf_vector"u8))
            {
                tree.LeafVectorSize = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadStrings(ref TReader reader, List<string> into)
    {
        into.Clear();
        reader.EnterArray();
        while (reader.NextElement())
        {
            into.Add(reader.ReadString());
        }
    }

    private static void ReadSingles(ref TReader reader, List<float> into)
    {
        into.Clear();
        reader.EnterArray();
        while (reader.NextElement())
        {
            into.Add(reader.ReadSingle());
        }
    }

    private void ReadIntegers(ref TReader reader, List<int> into)
    {
        into.Clear();
        reader.EnterArray();
        while (reader.NextElement())
        {
            long value = reader.ReadInteger();
            into.Add(value is >= int.MinValue and <= int.MaxValue
                ? (int)value
                : throw context.Corrupt($"a tree or its index holds the number {value}"));
        }
    }
}
