namespace Inference.Sdk;

/// <summary>Predicts a <typeparamref name="TOutput"/> from a <typeparamref name="TInput"/>.</summary>
/// <typeparam name="TInput">What is predicted from: a record, a <see cref="FeatureRow"/>, a <see cref="ChatRequest"/>.</typeparam>
/// <typeparam name="TOutput">What is predicted.</typeparam>
/// <remarks>
/// <para><b>Concurrency.</b> Safe for any number of concurrent callers.</para>
/// <para><b>Mutation.</b> Inputs and options are read, never changed; a caller must not change them while a prediction
/// that was given them runs.</para>
/// </remarks>
public interface IPredictor<in TInput, TOutput> : IPredictor
{
    /// <summary>Predicts from one input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="options">Options of this one prediction, or <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the prediction; before it starts, while it waits, or while it runs.</param>
    /// <returns>The value with its report.</returns>
    /// <exception cref="InvalidRequestException">The input is not one the model can take.</exception>
    /// <exception cref="ModelLoadException">The model is loaded on first use and cannot be loaded.</exception>
    /// <exception cref="InferenceException">The prediction failed for another reason; see the derived types.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Predicts from many inputs: one prediction for each, in their order, with bounded memory.</summary>
    /// <param name="inputs">The inputs, read only as fast as predictions are taken (plus a bounded look-ahead).</param>
    /// <param name="options">Options of each prediction, or <see langword="null"/> for the defaults. Every prediction
    /// gets an id of its own, whatever <see cref="PredictionOptions.PredictionId"/> says.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The predictions. The first input that fails ends the enumeration with its exception; the predictions
    /// before it have been delivered.</returns>
    /// <exception cref="InvalidRequestException">An input is not one the model can take;
    /// <see cref="InvalidRequestException.Row"/> is its zero-based position.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default);
}
