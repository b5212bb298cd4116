using System.Runtime.CompilerServices;

namespace Inference.Sdk.Pipeline;

/// <summary>The innermost predictor of a streaming pipeline: loads the model on first use and passes calls on to
/// it.</summary>
internal sealed class LazyStreamingPredictor<TInput, TOutput, TUpdate>(
    ModelLoader<IStreamingPredictor<TInput, TOutput, TUpdate>> loader) : IStreamingPredictor<TInput, TOutput, TUpdate>
{
    public PredictorMetadata Metadata => loader.Metadata;

    public ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        loader.Loaded is { } loaded
            ? loaded.PredictAsync(input, options, cancellationToken)
            : LoadAndPredictAsync(input, options, cancellationToken);

    public IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        loader.Loaded is { } loaded
            ? loaded.PredictBatchAsync(inputs, options, cancellationToken)
            : LoadAndPredictBatchAsync(inputs, options, cancellationToken);

    public IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        loader.Loaded is { } loaded
            ? loaded.PredictStreamingAsync(input, options, cancellationToken)
            : LoadAndPredictStreamingAsync(input, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        LazyServices.Get(this, loader.Loaded, serviceType, serviceKey);

    public ValueTask DisposeAsync() => loader.DisposeAsync();

    private async ValueTask<Prediction<TOutput>> LoadAndPredictAsync(
        TInput input, PredictionOptions? options, CancellationToken cancellationToken)
    {
        var loaded = await loader.GetAsync(cancellationToken).ConfigureAwait(false);
        return await loaded.PredictAsync(input, options, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<Prediction<TOutput>> LoadAndPredictBatchAsync(
        IAsyncEnumerable<TInput> inputs,
        PredictionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var loaded = await loader.GetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (Prediction<TOutput> prediction in loaded
            .PredictBatchAsync(inputs, options, cancellationToken).ConfigureAwait(false))
        {
            yield return prediction;
        }
    }

    private async IAsyncEnumerable<TUpdate> LoadAndPredictStreamingAsync(
        TInput input, PredictionOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var loaded = await loader.GetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (TUpdate update in loaded
            .PredictStreamingAsync(input, options, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }
}
