namespace Inference.Sdk;

/// <summary>What holds for every predictor of a container. Bound from the section given to <c>AddInference</c>, whose other
/// sub-sections are the predictors' own, and validated with them at start.</summary>
/// <remarks>Read once, when a predictor is first resolved; later changes have no effect.</remarks>
public sealed class InferenceOptions
{
    /// <summary>Gets or sets whether every predictor's outermost middleware is telemetry: activities, metrics and
    /// <see cref="IInferenceObserver"/>s. Default <see langword="true"/>.</summary>
    /// <value>Where it is <see langword="false"/>, <c>UseTelemetry</c> adds it to single predictors.</value>
    public bool Telemetry { get; set; } = true;
}
