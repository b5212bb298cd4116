using System.Runtime.CompilerServices;

namespace Inference.Sdk;

/// <summary>What predictors that have no batch of their own answer <c>PredictBatchAsync</c> with.</summary>
public static class PredictorBatch
{
    /// <summary>Predicts from inputs one after another: reads an input only when its prediction is asked for.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="predictor">The predictor, whose <c>PredictAsync</c> is called.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">Options of each prediction. They are copied where they carry an id, because every prediction
    /// gets one of its own.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>One prediction for each input, in their order. The first failure ends the enumeration; an
    /// <see cref="InvalidRequestException"/> tells the input's position as its <c>Row</c>.</returns>
    public static IAsyncEnumerable<Prediction<TOutput>> SequentialAsync<TInput, TOutput>(
        IPredictor<TInput, TOutput> predictor,
        IAsyncEnumerable<TInput> inputs,
        PredictionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(inputs);
        return EnumerateAsync(predictor, inputs, options, cancellationToken);
    }

    private static async IAsyncEnumerable<Prediction<TOutput>> EnumerateAsync<TInput, TOutput>(
        IPredictor<TInput, TOutput> predictor,
        IAsyncEnumerable<TInput> inputs,
        PredictionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options?.PredictionId is not null)
        {
            options = options.Clone();
            options.PredictionId = null;
        }

        long row = 0;
        await foreach (TInput input in inputs.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await PredictAsync(predictor, input, options, row, cancellationToken).ConfigureAwait(false);
            row++;
        }
    }

    private static async ValueTask<Prediction<TOutput>> PredictAsync<TInput, TOutput>(
        IPredictor<TInput, TOutput> predictor,
        TInput input,
        PredictionOptions? options,
        long row,
        CancellationToken cancellationToken)
    {
        try
        {
            return await predictor.PredictAsync(input, options, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidRequestException error)
        {
            // The same exception, so that its type and stack stay what they are.
            error.Row = row;
            throw;
        }
    }
}
