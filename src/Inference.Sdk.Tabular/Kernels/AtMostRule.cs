using Inference.Sdk.Tabular.LightGbm;

namespace Inference.Sdk.Tabular;

/// <summary>LightGBM's decisions (<c>Tree::NumericalDecision</c> and <c>Tree::CategoricalDecision</c> of LightGBM
/// 4.6).</summary>
internal readonly struct AtMostRule : ISplitRule<double>
{
    public static bool GoesLeft(double value, in TreeNode<double> node)
    {
        if (double.IsNaN(value))
        {
            if (node.Missing != MissingRule.None)
            {
                return node.MissingLeft;
            }

            value = 0;
        }
        else if (node.Missing == MissingRule.Zero && Math.Abs(value) <= LightGbmFormat.ZeroThreshold)
        {
            return node.MissingLeft;
        }

        return value <= node.Threshold;
    }

    // Codes are cut to whole numbers, so that -0.5 is category 0. NaN fails the first comparison and goes right.
    public static bool GoesLeft(double value, in TreeNode<double> node, ReadOnlySpan<uint> categories) =>
        value > -1 && value < (long)categories.Length * 32
        && ((categories[(int)value >> 5] >> ((int)value & 31)) & 1) != 0;

    public static double Widen(double sum) => sum;
}
