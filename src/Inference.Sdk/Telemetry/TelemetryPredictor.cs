namespace Inference.Sdk.Telemetry;

/// <summary>Tells of every prediction that passes through.</summary>
internal sealed class TelemetryPredictor<TInput, TOutput>(
    IPredictor<TInput, TOutput> inner, PredictionTelemetry telemetry) : DelegatingPredictor<TInput, TOutput>(inner)
{
    public override ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        telemetry.IsListening
            ? telemetry.PredictAsync(Inner, input, options, cancellationToken)
            : Inner.PredictAsync(input, options, cancellationToken);

    public override IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        telemetry.IsListening
            ? telemetry.PredictBatchAsync(Inner, inputs, options, cancellationToken)
            : Inner.PredictBatchAsync(inputs, options, cancellationToken);

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(PredictionTelemetry)
            ? telemetry
            : base.GetService(serviceType, serviceKey);
}
