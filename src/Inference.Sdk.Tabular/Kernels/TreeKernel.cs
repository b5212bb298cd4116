using System.Numerics;

namespace Inference.Sdk.Tabular;

/// <summary>Walks one tree after the other and adds their leaves in order, which is the order the libraries add in, so
/// that sums round as theirs do.</summary>
/// <typeparam name="T">The precision of thresholds and of the sum.</typeparam>
/// <typeparam name="TRule">How splits are decided.</typeparam>
/// <typeparam name="TFromSingle">How 32-bit rows are read.</typeparam>
/// <typeparam name="TFromDouble">How 64-bit rows are read.</typeparam>
internal sealed class TreeKernel<T, TRule, TFromSingle, TFromDouble>(TreeLayout<T> layout) : Kernel
    where T : unmanaged, INumber<T>
    where TRule : struct, ISplitRule<T>
    where TFromSingle : struct, IElement<float, T>
    where TFromDouble : struct, IElement<double, T>
{
    private readonly int[] _roots = layout.Roots;
    private readonly TreeNode<T>[] _nodes = layout.Nodes;
    private readonly T[] _leaves = layout.Leaves;
    private readonly uint[] _categoryBits = layout.CategoryBits;
    private readonly T _base = layout.Base;

    public override int FeatureCount { get; } = layout.FeatureCount;

    public override double Raw(ReadOnlySpan<float> row) => TRule.Widen(Sum<float, TFromSingle>(row));

    public override double Raw(ReadOnlySpan<double> row) => TRule.Widen(Sum<double, TFromDouble>(row));

    private T Sum<TRow, TElement>(ReadOnlySpan<TRow> row)
        where TElement : struct, IElement<TRow, T>
    {
        TreeNode<T>[] nodes = _nodes;
        T sum = _base;
        foreach (int root in _roots)
        {
            int at = root;
            while (at >= 0)
            {
                ref readonly TreeNode<T> node = ref nodes[at];
                T value = TElement.Load(row[node.Feature]);
                bool left = node.CategoryWords == 0
                    ? TRule.GoesLeft(value, in node)
                    : TRule.GoesLeft(value, in node, _categoryBits.AsSpan(node.CategoryStart, node.CategoryWords));
                at = left ? node.Left : node.Right;
            }

            sum += _leaves[~at];
        }

        return sum;
    }
}
