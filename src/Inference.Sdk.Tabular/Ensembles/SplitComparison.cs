namespace Inference.Sdk.Tabular;

/// <summary>How a numeric split compares a value with its threshold, and in which precision.</summary>
internal enum SplitComparison
{
    /// <summary>Left where the value is at most the threshold; 64-bit, sums included (LightGBM).</summary>
    AtMostDouble,

    /// <summary>Left where the value is below the threshold; 32-bit, sums included (XGBoost).</summary>
    BelowSingle,
}
