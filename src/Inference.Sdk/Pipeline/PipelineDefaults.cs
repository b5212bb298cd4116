using Inference.Sdk.Energy;
using Inference.Sdk.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Pipeline;

/// <summary>The middleware that every pipeline has outside the host's own: telemetry around energy, so that what is told
/// includes it.</summary>
internal static class PipelineDefaults
{
    public static IPredictor<TInput, TOutput> Add<TInput, TOutput>(
        IPredictor<TInput, TOutput> pipeline, string name, IServiceProvider services)
    {
        pipeline = WithEnergy(pipeline, services);
        return Options(services).Telemetry ? WithTelemetry(pipeline, name, services) : pipeline;
    }

    public static IStreamingPredictor<TInput, TOutput, TUpdate> Add<TInput, TOutput, TUpdate>(
        IStreamingPredictor<TInput, TOutput, TUpdate> pipeline, string name, IServiceProvider services)
    {
        pipeline = WithEnergy(pipeline, services);
        return Options(services).Telemetry ? WithTelemetry(pipeline, name, services) : pipeline;
    }

    public static IPredictor<TInput, TOutput> WithEnergy<TInput, TOutput>(
        IPredictor<TInput, TOutput> pipeline, IServiceProvider services) =>
        Account(services) is { } account ? new EnergyPredictor<TInput, TOutput>(pipeline, account) : pipeline;

    public static IStreamingPredictor<TInput, TOutput, TUpdate> WithEnergy<TInput, TOutput, TUpdate>(
        IStreamingPredictor<TInput, TOutput, TUpdate> pipeline, IServiceProvider services) =>
        Account(services) is { } account
            ? new EnergyStreamingPredictor<TInput, TOutput, TUpdate>(pipeline, account)
            : pipeline;

    public static IPredictor<TInput, TOutput> WithTelemetry<TInput, TOutput>(
        IPredictor<TInput, TOutput> pipeline, string name, IServiceProvider services) =>
        HasTelemetry(pipeline, name)
            ? pipeline
            : new TelemetryPredictor<TInput, TOutput>(pipeline, Telemetry<TInput>(name, services));

    public static IStreamingPredictor<TInput, TOutput, TUpdate> WithTelemetry<TInput, TOutput, TUpdate>(
        IStreamingPredictor<TInput, TOutput, TUpdate> pipeline, string name, IServiceProvider services) =>
        HasTelemetry(pipeline, name)
            ? pipeline
            : new TelemetryStreamingPredictor<TInput, TOutput, TUpdate>(pipeline, Telemetry<TInput>(name, services));

    // By name: a middleware may hold another predictor, and that one's telemetry is not this one's.
    private static bool HasTelemetry(IPredictor pipeline, string name) =>
        pipeline.GetService<PredictionTelemetry>()?.Name == name;

    private static PredictionTelemetry Telemetry<TInput>(string name, IServiceProvider services) => new(
        name,
        typeof(TInput) == typeof(ChatRequest),
        services.GetRequiredService<InferenceMetrics>(),
        services.GetRequiredService<ObserverSet>(),
        Account(services),
        services.GetService<TimeProvider>() ?? TimeProvider.System);

    private static EnergyAccount? Account(IServiceProvider services) =>
        Options(services).Energy ? services.GetRequiredService<EnergyAccount>() : null;

    private static InferenceOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<InferenceOptions>>().Value;
}
