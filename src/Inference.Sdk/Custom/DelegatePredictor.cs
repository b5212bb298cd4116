namespace Inference.Sdk.Custom;

/// <summary>A predictor whose model is a delegate.</summary>
internal sealed class DelegatePredictor<TInput, TOutput>(
    PredictorMetadata metadata, Func<TInput, CancellationToken, ValueTask<TOutput>> predict, TimeProvider time)
    : IPredictor<TInput, TOutput>
{
    private readonly InFlight _inFlight = new(metadata.Name);

    public PredictorMetadata Metadata => metadata;

    public async ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _inFlight.Enter();
        try
        {
            long start = time.GetTimestamp();
            TOutput value = await predict(input, cancellationToken).ConfigureAwait(false);
            TimeSpan elapsed = time.GetElapsedTime(start);
            return new Prediction<TOutput>(value, new PredictionReport
            {
                Id = options?.PredictionId ?? Guid.CreateVersion7(time.GetUtcNow()),
                Model = metadata.Model,
                Timings = new PredictionTimings { Decode = elapsed, Total = elapsed },
            });
        }
        finally
        {
            _inFlight.Exit();
        }
    }

    public IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        PredictorBatch.SequentialAsync(this, inputs, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    public ValueTask DisposeAsync() => _inFlight.CloseAsync();
}
