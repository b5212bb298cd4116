using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Energy;

/// <summary>Fills in the energy of reports that have none: the one place that does.</summary>
internal sealed class EnergyAccount(IEnergyEstimator estimator, ILogger logger)
{
    private int _failed;

    /// <summary>Gets the report with energy: itself where it has one, or where nobody can tell.</summary>
    /// <param name="report">The report.</param>
    /// <param name="predictor">What made the prediction.</param>
    public PredictionReport Fill(PredictionReport report, IPredictor predictor)
    {
        if (report.Energy is not null)
        {
            return report;
        }

        try
        {
            return estimator.Estimate(report, predictor.Metadata) is { } energy ? report with { Energy = energy } : report;
        }
        catch (Exception error)
        {
            if (Interlocked.Exchange(ref _failed, 1) == 0)
            {
                Log.EnergyEstimatorFailed(logger, estimator.GetType(), error);
            }

            return report;
        }
    }

    /// <summary>Fills in the report that an update carries, where the update can be changed: a chat update's can.</summary>
    public void FillUpdate<TUpdate>(TUpdate update, IPredictor predictor)
    {
        if (update is ChatResponseUpdate chat && PredictionReport.TryGet(chat, out PredictionReport? report))
        {
            chat.AdditionalProperties![PredictionReport.PropertyName] = Fill(report, predictor);
        }
    }

    /// <summary>Fills in a prediction, without allocating for the wait where there is none.</summary>
    public ValueTask<Prediction<TOutput>> FillAsync<TOutput>(
        ValueTask<Prediction<TOutput>> pending, IPredictor predictor)
    {
        if (!pending.IsCompletedSuccessfully)
        {
            return AwaitAsync(pending, predictor);
        }

        Prediction<TOutput> prediction = pending.GetAwaiter().GetResult();
        return new ValueTask<Prediction<TOutput>>(Fill(prediction, predictor));
    }

    /// <summary>Fills in each prediction of a batch.</summary>
    public async IAsyncEnumerable<Prediction<TOutput>> FillAsync<TOutput>(
        IAsyncEnumerable<Prediction<TOutput>> predictions,
        IPredictor predictor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Prediction<TOutput> prediction in predictions
            .WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Fill(prediction, predictor);
        }
    }

    private async ValueTask<Prediction<TOutput>> AwaitAsync<TOutput>(
        ValueTask<Prediction<TOutput>> pending, IPredictor predictor) =>
        Fill(await pending.ConfigureAwait(false), predictor);

    private Prediction<TOutput> Fill<TOutput>(Prediction<TOutput> prediction, IPredictor predictor) =>
        new(prediction.Value, Fill(prediction.Report, predictor));
}
