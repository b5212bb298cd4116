namespace Inference.Sdk;

/// <summary>A predictor that can also deliver its prediction in pieces, as they come.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
/// <typeparam name="TOutput">The whole prediction.</typeparam>
/// <typeparam name="TUpdate">One streamed piece of it.</typeparam>
public interface IStreamingPredictor<in TInput, TOutput, TUpdate> : IPredictor<TInput, TOutput>
{
    /// <summary>Predicts from one input and streams the prediction.</summary>
    /// <param name="input">The input.</param>
    /// <param name="options">Options of this one prediction, or <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the prediction. Leaving the enumeration cancels it too.</param>
    /// <returns>The updates. Work starts with the enumeration; a consumer that is slow holds up its own prediction only.
    /// The last update carries the report: see <see cref="PredictionReport.TryGet{TUpdate}"/>.</returns>
    /// <exception cref="InferenceException">The prediction failed; see the derived types. Updates delivered before stay
    /// delivered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default);
}
