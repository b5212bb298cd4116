namespace Inference.Sdk.Energy;

/// <summary>Fills in the energy that the engine left out.</summary>
internal sealed class EnergyPredictor<TInput, TOutput>(IPredictor<TInput, TOutput> inner, EnergyAccount account)
    : DelegatingPredictor<TInput, TOutput>(inner)
{
    public override ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        account.FillAsync(Inner.PredictAsync(input, options, cancellationToken), Inner);

    public override IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        account.FillAsync(Inner.PredictBatchAsync(inputs, options, cancellationToken), Inner, cancellationToken);
}
