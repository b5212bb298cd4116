namespace Inference.Sdk;

/// <summary>The base of every middleware over a streaming predictor.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
/// <typeparam name="TOutput">The whole prediction.</typeparam>
/// <typeparam name="TUpdate">One streamed piece of it.</typeparam>
/// <remarks>Override what the middleware changes. Disposing it disposes the predictor it wraps.</remarks>
public abstract class DelegatingStreamingPredictor<TInput, TOutput, TUpdate>
    : DelegatingPredictor<TInput, TOutput>, IStreamingPredictor<TInput, TOutput, TUpdate>
{
    /// <summary>Wraps <paramref name="inner"/>.</summary>
    /// <param name="inner">The next predictor of the pipeline. Owned by this one from now on.</param>
    protected DelegatingStreamingPredictor(IStreamingPredictor<TInput, TOutput, TUpdate> inner)
        : base(inner) => Inner = inner;

    /// <summary>Gets the wrapped predictor.</summary>
    protected new IStreamingPredictor<TInput, TOutput, TUpdate> Inner { get; }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.PredictStreamingAsync(input, options, cancellationToken);
}
