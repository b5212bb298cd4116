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

        OutputTransform transform = LightGbmObjective.Transform(header.Objective, context);
        var all = new TreeEnsemble
        {
            FeatureCount = header.FeatureNames.Length,
            Comparison = SplitComparison.AtMostDouble,
            Trees = trees,
        };
        (TreeEnsemble ensemble, int iterations) = IterationSlice.Cut(all, options, context);
        return new ParsedModel
        {
            Format = TabularFormat.LightGbmText,
            Features = LightGbmFeatures.Describe(header, ensemble.Trees),
            NamesFeatures = true,
            Objective = header.Objective.Length == 0 ? "custom" : header.Objective,
            Kernel = TreeCompiler.Compile(ensemble),
            Transform = header.Average && iterations > 0 ? new AverageTransform(iterations, transform) : transform,
            TreeCount = ensemble.Trees.Count,
            LeafCount = ensemble.Trees.Sum(tree => (long)tree.Leaves.Length),
        };
    }
}
