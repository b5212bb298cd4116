namespace Inference.Sdk.Tabular;

/// <summary>XGBoost's decisions (<c>predictor::GetNextNode</c> and <c>common::Decision</c> of XGBoost 3.4).</summary>
internal readonly struct BelowRule : ISplitRule<float>
{
    public static bool GoesLeft(float value, in TreeNode<float> node) =>
        float.IsNaN(value) ? node.MissingLeft : value < node.Threshold;

    // A code that is negative or beyond the set is no category of it; XGBoost does not treat it as missing.
    public static bool GoesLeft(float value, in TreeNode<float> node, ReadOnlySpan<uint> categories) =>
        float.IsNaN(value)
            ? node.MissingLeft
            : value >= 0 && value < (long)categories.Length * 32
                && ((categories[(int)value >> 5] >> ((int)value & 31)) & 1) != 0;

    public static double Widen(float sum) => sum;
}
