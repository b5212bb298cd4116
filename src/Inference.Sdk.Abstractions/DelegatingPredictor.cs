namespace Inference.Sdk;

/// <summary>The base of every middleware: a predictor that passes each call on to the one it wraps.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
/// <typeparam name="TOutput">What is predicted.</typeparam>
/// <remarks>Override what the middleware changes. Disposing it disposes the predictor it wraps.</remarks>
public abstract class DelegatingPredictor<TInput, TOutput> : IPredictor<TInput, TOutput>
{
    /// <summary>Wraps <paramref name="inner"/>.</summary>
    /// <param name="inner">The next predictor of the pipeline. Owned by this one from now on.</param>
    protected DelegatingPredictor(IPredictor<TInput, TOutput> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>Gets the wrapped predictor.</summary>
    protected IPredictor<TInput, TOutput> Inner { get; }

    /// <inheritdoc/>
    public virtual PredictorMetadata Metadata => Inner.Metadata;

    /// <inheritdoc/>
    public virtual ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.PredictAsync(input, options, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.PredictBatchAsync(inputs, options, cancellationToken);

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : Inner.GetService(serviceType, serviceKey);
    }

    /// <summary>Disposes this middleware and the predictor it wraps.</summary>
    /// <returns>A task that ends when both are disposed.</returns>
    public virtual async ValueTask DisposeAsync()
    {
        await Inner.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
