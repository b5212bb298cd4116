using System.Runtime.CompilerServices;

namespace Inference.Sdk.Energy;

/// <summary>Fills in the energy that the engine left out, in the last update too where its type can be changed.</summary>
internal sealed class EnergyStreamingPredictor<TInput, TOutput, TUpdate>(
    IStreamingPredictor<TInput, TOutput, TUpdate> inner, EnergyAccount account)
    : DelegatingStreamingPredictor<TInput, TOutput, TUpdate>(inner)
{
    public override ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        account.FillAsync(Inner.PredictAsync(input, options, cancellationToken), Inner);

    public override IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        account.FillAsync(Inner.PredictBatchAsync(inputs, options, cancellationToken), Inner, cancellationToken);

    public override async IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (TUpdate update in Inner
            .PredictStreamingAsync(input, options, cancellationToken).ConfigureAwait(false))
        {
            account.FillUpdate(update, Inner);
            yield return update;
        }
    }
}
