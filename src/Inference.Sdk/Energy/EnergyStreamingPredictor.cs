using System.Runtime.CompilerServices;

namespace Inference.Sdk.Energy;

/// <summary>Fills in the energy that the engine left out, in the last update too where its type can be changed.</summary>
internal sealed class EnergyStreamingPredictor<TInput, TOutput, TUpdate>(
    IStreamingPredictor<TInput, TOutput, TUpdate> inner, EnergyAccount account)
    : DelegatingStreamingPredictor<TInput, TOutput, TUpdate>(inner)
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
        EnergyPredictor<TInput, TOutput>.FillAsync(
            Inner.PredictBatchAsync(inputs, options, cancellationToken), account, cancellationToken);

    public override async IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (TUpdate update in Inner
            .PredictStreamingAsync(input, options, cancellationToken).ConfigureAwait(false))
        {
            account.Fill(update);
            yield return update;
        }
    }
}
