using Inference.Sdk;
using Inference.Sdk.Pipeline;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds telemetry to a predictor's pipeline at a chosen place.</summary>
public static class TelemetryBuilderExtensions
{
    /// <summary>Adds telemetry here instead of outermost, so that it tells only of what reaches this place; or adds it at all
    /// where <see cref="InferenceOptions.Telemetry"/> is off.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="builder">The predictor's builder.</param>
    /// <returns>The builder.</returns>
    /// <remarks>A pipeline has telemetry once: where this is called, the default is not added, and of several calls the
    /// innermost holds.</remarks>
    public static IPredictorBuilder<TInput, TOutput> UseTelemetry<TInput, TOutput>(
        this IPredictorBuilder<TInput, TOutput> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        return builder.Use((inner, services) =>
            PipelineDefaults.WithTelemetry(PipelineDefaults.WithEnergy(inner, services), name, services));
    }

    /// <summary>Adds telemetry here instead of outermost, so that it tells only of what reaches this place; or adds it at all
    /// where <see cref="InferenceOptions.Telemetry"/> is off.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">The whole prediction.</typeparam>
    /// <typeparam name="TUpdate">One streamed piece of it.</typeparam>
    /// <param name="builder">The predictor's builder.</param>
    /// <returns>The builder.</returns>
    /// <remarks>A pipeline has telemetry once: where this is called, the default is not added, and of several calls the
    /// innermost holds.</remarks>
    public static IStreamingPredictorBuilder<TInput, TOutput, TUpdate> UseTelemetry<TInput, TOutput, TUpdate>(
        this IStreamingPredictorBuilder<TInput, TOutput, TUpdate> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        return builder.Use((inner, services) =>
            PipelineDefaults.WithTelemetry(PipelineDefaults.WithEnergy(inner, services), name, services));
    }
}
