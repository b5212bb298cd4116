namespace Inference.Sdk.Pipeline;

/// <summary>What the container hands out: the pipeline, which whoever resolves it cannot dispose.</summary>
internal sealed class ContainerStreamingPredictor<TInput, TOutput, TUpdate>(
    IStreamingPredictor<TInput, TOutput, TUpdate> pipeline) : IStreamingPredictor<TInput, TOutput, TUpdate>
{
    public PredictorMetadata Metadata => pipeline.Metadata;

    public ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return pipeline.PredictAsync(input, options, cancellationToken);
        }
        catch (Exception error)
        {
            // Whether a middleware is asynchronous, or anybody listens, does not decide where errors come out.
            return Faulted.Of<Prediction<TOutput>>(error);
        }
    }

    public IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        pipeline.PredictBatchAsync(inputs, options, cancellationToken);

    public IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        pipeline.PredictStreamingAsync(input, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => pipeline.GetService(serviceType, serviceKey);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
