using System.Runtime.CompilerServices;

namespace Inference.Sdk.Energy;

/// <summary>Fills in the energy that the engine left out.</summary>
internal sealed class EnergyPredictor<TInput, TOutput>(IPredictor<TInput, TOutput> inner, EnergyAccount account)
    : DelegatingPredictor<TInput, TOutput>(inner)
{
    public override async ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Prediction<TOutput> prediction =
            await Inner.PredictAsync(input, options, cancellationToken).ConfigureAwait(false);
        return new Prediction<TOutput>(prediction.Value, account.Fill(prediction.Report));
    }

    public override IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        FillAsync(Inner.PredictBatchAsync(inputs, options, cancellationToken), account, cancellationToken);

    /// <summary>Fills in each prediction of a batch.</summary>
    internal static async IAsyncEnumerable<Prediction<TOutput>> FillAsync(
        IAsyncEnumerable<Prediction<TOutput>> predictions,
        EnergyAccount account,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Prediction<TOutput> prediction in predictions
            .WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new Prediction<TOutput>(prediction.Value, account.Fill(prediction.Report));
        }
    }
}
