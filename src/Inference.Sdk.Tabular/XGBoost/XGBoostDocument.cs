namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>What is read of an XGBoost model, in the words of its format.</summary>
internal sealed class XGBoostDocument
{
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<string> FeatureNames { get; } = [];

    public List<string> FeatureTypes { get; } = [];

    public string? Booster { get; set; }

    public string? Objective { get; set; }

    public string? BaseScore { get; set; }

    public string? FeatureCount { get; set; }

    public string ClassCount { get; set; } = "0";

    public string TargetCount { get; set; } = "1";

    public string? TreeCount { get; set; }

    public string ParallelTrees { get; set; } = "1";

    public List<XGBoostTreeArrays> Trees { get; } = [];

    /// <summary>Gets the output each tree adds to.</summary>
    public List<int> TreeInfo { get; } = [];

    /// <summary>Gets what each tree is multiplied by; empty unless trained with DART.</summary>
    public List<float> TreeWeights { get; } = [];

    /// <summary>Gets the weights of a linear booster, the bias last; <see langword="null"/> where there are
    /// none.</summary>
    public List<float>? LinearWeights { get; set; }
}
