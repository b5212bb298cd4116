using System.Runtime.CompilerServices;

namespace Inference.Sdk.Pipeline;

/// <summary>The innermost predictor of a pipeline: loads the model on first use and passes calls on to it.</summary>
internal sealed class LazyPredictor<TInput, TOutput>(ModelLoader<IPredictor<TInput, TOutput>> loader)
    : IPredictor<TInput, TOutput>
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

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        LazyServices.Get(this, loader.Loaded, serviceType, serviceKey);

    public ValueTask DisposeAsync() => loader.DisposeAsync();

    private async ValueTask<Prediction<TOutput>> LoadAndPredictAsync(
        TInput input, PredictionOptions? options, CancellationToken cancellationToken)
    {
        IPredictor<TInput, TOutput> loaded = await loader.GetAsync(cancellationToken).ConfigureAwait(false);
        return await loaded.PredictAsync(input, options, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<Prediction<TOutput>> LoadAndPredictBatchAsync(
        IAsyncEnumerable<TInput> inputs,
        PredictionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IPredictor<TInput, TOutput> loaded = await loader.GetAsync(cancellationToken).ConfigureAwait(false);
        await foreach (Prediction<TOutput> prediction in loaded
            .PredictBatchAsync(inputs, options, cancellationToken).ConfigureAwait(false))
        {
            yield return prediction;
        }
    }
}
