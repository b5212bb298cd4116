using System.Globalization;
using System.Text;

namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>Loads what is read of an XGBoost model (1.0 to 3.x): boosters <c>gbtree</c>, <c>dart</c> and
/// <c>gblinear</c>.</summary>
internal sealed class XGBoostLoader(XGBoostDocument document, TabularLoadOptions options, LoadContext context)
{
    /// <summary>The booster attribute that may carry a schema document.</summary>
    private const string SchemaAttribute = "inference.schema";

    public ParsedModel Load(TabularFormat format)
    {
        RefuseSeveralOutputs();
        string objective = document.Objective ?? throw context.Corrupt("it has no 'learner.objective.name'");
        OutputTransform transform = XGBoostObjective.Transform(objective, context);
        float margin = XGBoostObjective.Margin(objective, BaseScore());
        if (!float.IsFinite(margin))
        {
            throw context.Corrupt($"its base score '{document.BaseScore}' is none that '{objective}' can start from");
        }

        int featureCount = Integer("num_feature", document.FeatureCount);
        FeatureDescriptor[] features = XGBoostFeatures.Describe(document, featureCount, context);
        TreeEnsemble? all = document.Booster switch
        {
            "gbtree" or "dart" => Trees(featureCount, margin),
            "gblinear" => null,
            _ => throw context.Unsupported(
                $"its booster is '{document.Booster ?? "(none)"}'", "Train it with booster gbtree, dart or gblinear."),
        };
        (TreeEnsemble? trees, int iterations) = all is null ? (null, 0) : IterationSlice.Cut(all, options, context);
        return new ParsedModel
        {
            Format = format,
            Features = features,
            Schema = EmbeddedSchema(),
            NamesFeatures = document.FeatureNames.Count > 0,
            Objective = objective,
            Kernel = trees is null ? Linear(featureCount, margin) : TreeCompiler.Compile(trees),
            Transform = transform,
            TreeCount = trees?.Trees.Count ?? 0,
            LeafCount = trees?.Trees.Sum(tree => (long)tree.Leaves.Length) ?? 0,
            IterationCount = iterations,
            BestIteration = all is null ? null : BestIteration(all.Trees.Count / all.TreesPerIteration),
        };
    }

    private void RefuseSeveralOutputs()
    {
        int classes = Integer("num_class", document.ClassCount);
        int targets = Integer("num_target", document.TargetCount);
        int vector = document.Trees.Count == 0 ? 0 : document.Trees.Max(t => Integer("size_leaf_vector", t.LeafVectorSize));
        int groups = document.TreeInfo.Count == 0 ? 0 : document.TreeInfo.Max();
        if (classes > 1 || targets > 1 || vector > 1 || groups > 0)
        {
            throw context.Unsupported(
                $"it outputs {Math.Max(Math.Max(classes, targets), Math.Max(vector, groups + 1))} values for a "
                + "row, and one is supported",
                "Train one model for each output.");
        }
    }

    private TreeEnsemble Trees(int featureCount, float margin)
    {
        int count = Integer("num_trees", document.TreeCount);
        if (count != document.Trees.Count || document.TreeInfo.Count != count)
        {
            throw context.Corrupt(
                $"'num_trees' is {count}, 'trees' lists {document.Trees.Count} and 'tree_info' "
                + $"{document.TreeInfo.Count}");
        }

        if (document.TreeWeights.Count != 0 && document.TreeWeights.Count != count)
        {
            throw context.Corrupt($"'weight_drop' lists {document.TreeWeights.Count} trees and there are {count}");
        }

        int parallel = Integer("num_parallel_tree", document.ParallelTrees);
        if (parallel < 1 || count % parallel != 0)
        {
            throw context.Corrupt($"'num_parallel_tree' is {parallel} and there are {count} trees");
        }

        var builder = new XGBoostTreeBuilder(featureCount, context);
        return new TreeEnsemble
        {
            FeatureCount = featureCount,
            Comparison = SplitComparison.BelowSingle,
            Trees = [.. document.Trees.Select((tree, i) =>
                builder.Build(tree, document.TreeWeights.Count == 0 ? 1 : document.TreeWeights[i], i))],
            TreesPerIteration = parallel,
            Base = margin,
        };
    }

    private LinearSingleKernel Linear(int featureCount, float margin)
    {
        IterationSlice.RefuseFor("a linear model", options, context);
        List<float> weights = document.LinearWeights ?? throw context.Corrupt("its booster is gblinear and has no 'weights'");
        return weights.Count == featureCount + 1L && weights.TrueForAll(float.IsFinite)
            ? new LinearSingleKernel([.. weights[..^1]], weights[^1] + margin)
            : throw context.Corrupt(
                $"'weights' has {weights.Count} values, and {featureCount + 1L} finite ones are expected: one "
                + "for each feature and the bias");
    }

    // A number until XGBoost 3.0, a list of one since.
    private float BaseScore()
    {
        string text = document.BaseScore ?? throw context.Corrupt("it has no 'base_score'");
        ReadOnlySpan<char> number = text.StartsWith('[') && text.EndsWith(']') ? text.AsSpan(1..^1) : text;
        return float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
            ? value
            : throw context.Corrupt(
                $"its base score is '{Utf8Text.Shorten(Encoding.UTF8.GetBytes(text))}', not one finite number");
    }

    // An attribute is free text, and one left over from a longer model says nothing about this one.
    private int? BestIteration(int iterations) =>
        document.Attributes.TryGetValue("best_iteration", out string? text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int best) && best < iterations
            ? best
            : null;

    private SchemaDocument? EmbeddedSchema() =>
        document.Attributes.TryGetValue(SchemaAttribute, out string? json)
            ? SchemaDocumentReader.Read(Encoding.UTF8.GetBytes(json), $"attribute '{SchemaAttribute}'", context)
            : null;

    private int Integer(string name, string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw context.Corrupt(text is null
                ? $"it has no '{name}'"
                : $"'{name}' is '{Utf8Text.Shorten(Encoding.UTF8.GetBytes(text))}', not a count");
}
