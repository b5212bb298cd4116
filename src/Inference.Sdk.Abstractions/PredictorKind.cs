namespace Inference.Sdk;

/// <summary>The family of model behind a predictor.</summary>
public enum PredictorKind
{
    /// <summary>A predictor of the host's own: a delegate, a remote service.</summary>
    Custom,

    /// <summary>A language model.</summary>
    LanguageModel,

    /// <summary>A tabular model: a tree ensemble, a linear model, a small network.</summary>
    Tabular,

    /// <summary>A predictor made of others: a router, an ensemble.</summary>
    Composite,
}
