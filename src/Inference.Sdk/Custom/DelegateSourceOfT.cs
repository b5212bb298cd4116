namespace Inference.Sdk.Custom;

/// <summary>A delegate, where a model is expected.</summary>
internal sealed class DelegateSource<TInput, TOutput>(
    string name, Func<TInput, CancellationToken, ValueTask<TOutput>> predict, TimeProvider time)
    : IModelSource<IPredictor<TInput, TOutput>>
{
    private readonly PredictorMetadata _metadata = DelegateSource.Describe(name);

    public PredictorMetadata Describe() => _metadata;

    public ValueTask<IPredictor<TInput, TOutput>> LoadAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IPredictor<TInput, TOutput>>(
            new DelegatePredictor<TInput, TOutput>(_metadata, predict, time));
}
