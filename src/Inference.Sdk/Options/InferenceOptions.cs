namespace Inference.Sdk;

/// <summary>What holds for every predictor of a container. Bound from the section given to <c>AddInference</c>, whose other
/// sub-sections are the predictors' own, and validated with them at start.</summary>
/// <remarks>Read when a predictor is first resolved; later changes have no effect.</remarks>
public sealed class InferenceOptions
{
    /// <summary>Gets or sets whether every predictor's outermost middleware is telemetry: activities, metrics and
    /// <see cref="IInferenceObserver"/>s. Default <see langword="true"/>.</summary>
    /// <value>Where it is <see langword="false"/>, <c>UseTelemetry</c> adds it to single predictors.</value>
    public bool Telemetry { get; set; } = true;

    /// <summary>Gets or sets whether reports are given a figure of energy where the engine gave none, by the container's
    /// <see cref="IEnergyEstimator"/>. Default <see langword="true"/>.</summary>
    /// <remarks>The default estimator has a figure for predictors whose device is <c>cpu</c> only.</remarks>
    public bool Energy { get; set; } = true;

    /// <summary>Gets or sets whether a start looks into the models' files, so that a missing or damaged one, or a feature map
    /// that does not fit, is said together with every other error. Default <see langword="true"/>.</summary>
    /// <value>It reads the headers of language models and the whole of tabular models, which it keeps for their first use.
    /// Where it is <see langword="false"/>, what does not <c>WarmUp</c> is first looked at when it is used: for files that
    /// come after the start, or for many large tabular models of which few are used.</value>
    public bool CheckModelsAtStart { get; set; } = true;

    /// <summary>Gets the powers that the default <see cref="IEnergyEstimator"/> assumes.</summary>
    public CpuEnergyModelOptions CpuEnergyModel { get; } = new();
}
