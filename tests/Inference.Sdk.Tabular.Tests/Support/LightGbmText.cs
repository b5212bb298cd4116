using System.Globalization;
using System.Text;

namespace Inference.Sdk.Tabular.Tests;

/// <summary>Writes small LightGBM models by hand.</summary>
internal sealed class LightGbmText
{
    private readonly List<string> _trees = [];
    private readonly string[] _names;

    public LightGbmText(params string[] names)
    {
        _names = names;
        Infos = string.Join(' ', names.Select(_ => "[0:10]"));
    }

    public string Objective { get; init; } = "regression";

    public string Infos { get; init; }

    public string Extra { get; init; } = "";

    public bool TreeSizes { get; init; } = true;

    /// <summary>Adds a tree of one split: <paramref name="left"/> where the value passes.</summary>
    public LightGbmText Stump(int feature, string threshold, int decision, double left, double right) =>
        Tree(2, $"split_feature={feature}\nthreshold={threshold}\ndecision_type={decision}\nleft_child=-1\nright_child=-2\n"
            + string.Create(CultureInfo.InvariantCulture, $"leaf_value={left:R} {right:R}\n"));

    /// <summary>Adds a categorical split on the categories of a bit set.</summary>
    public LightGbmText Categories(int feature, uint[] words, double left, double right) =>
        Tree(2, $"split_feature={feature}\nthreshold=0\ndecision_type=1\nleft_child=-1\nright_child=-2\n"
            + string.Create(CultureInfo.InvariantCulture, $"leaf_value={left:R} {right:R}\n")
            + $"cat_boundaries=0 {words.Length}\ncat_threshold={string.Join(' ', words)}\n");

    public LightGbmText Leaf(double value) =>
        Tree(1, string.Create(CultureInfo.InvariantCulture, $"leaf_value={value:R}\n"));

    public LightGbmText Tree(int leaves, string body)
    {
        _trees.Add($"num_leaves={leaves}\nnum_cat=0\n{body}shrinkage=1\n");
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder("tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\n");
        text.Append(CultureInfo.InvariantCulture, $"max_feature_idx={_names.Length - 1}\n");
        if (Objective.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"objective={Objective}\n");
        }

        text.Append(Extra);
        text.Append(CultureInfo.InvariantCulture, $"feature_names={string.Join(' ', _names)}\nfeature_infos={Infos}\n");
        if (TreeSizes)
        {
            text.Append(CultureInfo.InvariantCulture, $"tree_sizes={string.Join(' ', _trees.Select(tree => tree.Length))}\n");
        }

        for (int i = 0; i < _trees.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nTree={i}\n{_trees[i]}\n");
        }

        return text.Append("\nend of trees\n\nfeature_importances:\n\nparameters:\nend of parameters\n").ToString();
    }
}
