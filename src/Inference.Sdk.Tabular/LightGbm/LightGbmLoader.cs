using System.Text.Json;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Loads LightGBM's text format, versions 2 to 4.</summary>
internal static class LightGbmLoader
{
    public static ParsedModel Load(ReadOnlySpan<byte> content, TabularLoadOptions options, LoadContext context)
    {
        var lines = new Utf8Lines(Utf8Text.TrimStart(content));
        LightGbmHeader header = new LightGbmHeaderReader(context).Read(ref lines, out bool more);
        var builder = new LightGbmTreeBuilder(header.FeatureNames.Length, context);
        var trees = new List<DecisionTree>();
        while (more)
        {
            LightGbmTreeText text = new LightGbmTreeReader(trees.Count, context).Read(ref lines, out more);
            trees.Add(builder.Build(text, trees.Count));
        }

        if (header.TreeCount is { } announced && announced != trees.Count)
        {
            string what = $"'tree_sizes' lists {announced} trees and it has {trees.Count}";
            throw announced > trees.Count ? context.Truncated(what) : context.Corrupt(what);
        }

        LightGbmTrailer trailer = LightGbmTrailerReader.Read(ref lines, context);
        OutputTransform transform = LightGbmObjective.Transform(header.Objective, context);
        var all = new TreeEnsemble
        {
            FeatureCount = header.FeatureNames.Length,
            Comparison = SplitComparison.AtMostDouble,
            Trees = trees,
        };
        (TreeEnsemble ensemble, int iterations) = IterationSlice.Cut(all, options, context);
        FeatureDescriptor[] features = LightGbmFeatures.Describe(header, ensemble.Trees);
        IReadOnlyList<JsonElement>?[]? categories = PandasColumns.Match(header, trailer);
        return new ParsedModel
        {
            Format = TabularFormat.LightGbmText,
            CategoryValues = categories is null ? null : Complete(features, categories, context),
            UnmatchedCategoryLists = categories is null ? trailer.PandasCategories.Count : 0,
            Features = features,
            NamesFeatures = true,
            Objective = header.Objective.Length == 0 ? "custom" : header.Objective,
            Kernel = TreeCompiler.Compile(ensemble),
            Transform = header.Average && iterations > 0 ? new AverageTransform(iterations, transform) : transform,
            TreeCount = ensemble.Trees.Count,
            LeafCount = ensemble.Trees.Sum(tree => (long)tree.Leaves.Length),
            IterationCount = iterations,
        };
    }

    private static IReadOnlyList<double>?[]? Complete(
        FeatureDescriptor[] features, IReadOnlyList<JsonElement>?[] categories, LoadContext context)
    {
        var values = new IReadOnlyList<double>?[features.Length];
        for (int i = 0; i < features.Length; i++)
        {
            if (categories[i] is { } list)
            {
                features[i] = PandasColumns.Describe(features[i], list, out values[i]);
            }

            if (values[i] is { } numbers && numbers.Distinct().Count() != numbers.Count)
            {
                throw context.Corrupt($"its 'pandas_categorical' lists a category of '{features[i].Name}' twice");
            }
        }

        return Array.Exists(values, of => of is not null) ? values : null;
    }
}
