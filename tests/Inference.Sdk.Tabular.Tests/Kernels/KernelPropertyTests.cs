using FsCheck;
using FsCheck.Fluent;

namespace Inference.Sdk.Tabular.Tests.Kernels;

/// <summary>The compiled layout answers as the ensemble does when it is read the plain way.</summary>
public sealed class KernelPropertyTests
{
    private const int Features = 4;

    private static readonly double[] Values =
        [0, -0.0, 1, -1, 0.5, 2, 3, 31, 32, 40, 1e-36, 1e-30, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory]
    [InlineData(SplitComparison.AtMostDouble)]
    [InlineData(SplitComparison.BelowSingle)]
    internal void A_compiled_ensemble_answers_as_the_ensemble_does(SplitComparison comparison)
    {
        Gen<(int Seed, int Trees)> gen = from seed in Gen.Choose(0, int.MaxValue)
                                         from trees in Gen.Choose(0, 12)
                                         select (seed, trees);
        Prop.ForAll(gen.ToArbitrary(), sample =>
        {
            var random = new Random(sample.Seed);
            var ensemble = new TreeEnsemble
            {
                FeatureCount = Features,
                Comparison = comparison,
                Trees = [.. Enumerable.Range(0, sample.Trees).Select(_ => Tree(random, comparison))],
                Base = random.Next(8) / 4.0,
            };
            Assert.All(ensemble.Trees, tree => Assert.Null(DecisionTreeCheck.Fault(tree, Features)));
            Kernel kernel = TreeCompiler.Compile(ensemble);
            for (int i = 0; i < 20; i++)
            {
                double[] row = [.. Enumerable.Range(0, Features).Select(_ => Values[random.Next(Values.Length)])];
                Assert.Equal(Reference(ensemble, row), kernel.Raw(row));
            }
        }).QuickCheckThrowOnFailure();
    }

    // Leaves are quarters, so that sums are exact in both precisions and only the walk is tested.
    private static DecisionTree Tree(Random random, SplitComparison comparison)
    {
        int leaves = random.Next(1, 20);
        var splits = new Split[leaves - 1];
        int nextSplit = 1;
        int nextLeaf = 0;
        int open = leaves > 1 ? 2 : 0;
        for (int i = 0; i < splits.Length; i++)
        {
            bool categorical = random.Next(4) == 0;
            splits[i] = new Split(
                random.Next(Features),
                categorical ? 0 : Values[random.Next(9)],
                Child(),
                Child(),
                comparison == SplitComparison.BelowSingle ? MissingRule.NaN : (MissingRule)random.Next(3),
                random.Next(2) == 0,
                categorical ? [(uint)random.Next(), (uint)random.Next()] : null);
        }

        double[] values = [.. Enumerable.Range(0, leaves).Select(_ => random.Next(-20, 20) / 4.0)];
        return new DecisionTree(splits, values, random.Next(1, 4));

        int Child()
        {
            // The last open place must lead to the next split while there is one; any other may.
            bool split = nextSplit < splits.Length && (open == 1 || random.Next(2) == 0);
            open += split ? 1 : -1;
            return split ? nextSplit++ : ~nextLeaf++;
        }
    }

    private static double Reference(TreeEnsemble ensemble, double[] row) =>
        ensemble.Base + ensemble.Trees.Sum(
            tree => tree.Weight * Walk(tree, tree.Splits.Length == 0 ? ~0 : 0, ensemble.Comparison, row));

    private static double Walk(DecisionTree tree, int node, SplitComparison comparison, double[] row)
    {
        if (node < 0)
        {
            return tree.Leaves[~node];
        }

        Split split = tree.Splits[node];
        bool left = comparison == SplitComparison.AtMostDouble
            ? LightGbmGoesLeft(split, row[split.Feature])
            : XGBoostGoesLeft(split, (float)row[split.Feature]);
        return Walk(tree, left ? split.Left : split.Right, comparison, row);
    }

    private static bool LightGbmGoesLeft(Split split, double value)
    {
        if (split.Categories is { } set)
        {
            return !double.IsNaN(value) && value > -1 && value < 64 && Contains(set, (int)value);
        }

        bool isMissing = split.Missing switch
        {
            MissingRule.NaN => double.IsNaN(value),
            MissingRule.Zero => double.IsNaN(value) || Math.Abs(value) <= (double)1e-35f,
            _ => false,
        };
        return isMissing ? split.MissingLeft : (double.IsNaN(value) ? 0 : value) <= split.Threshold;
    }

    private static bool XGBoostGoesLeft(Split split, float value) =>
        float.IsNaN(value) ? split.MissingLeft
        : split.Categories is { } set ? value >= 0 && value < 64 && Contains(set, (int)value)
        : value < (float)split.Threshold;

    private static bool Contains(uint[] set, int category) => (set[category / 32] & (1u << (category % 32))) != 0;
}
