using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Energy;

/// <summary>Fills in the energy of reports that have none: the one place that does.</summary>
internal sealed class EnergyAccount(IEnergyEstimator estimator, ILogger logger)
{
    private int _failed;

    /// <summary>Gets the report with energy: itself where it has one, or where nobody can tell.</summary>
    public PredictionReport Fill(PredictionReport report)
    {
        if (report.Energy is not null)
        {
            return report;
        }

        try
        {
            return estimator.Estimate(report) is { } energy ? report with { Energy = energy } : report;
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
    public void Fill<TUpdate>(TUpdate update)
    {
        if (update is ChatResponseUpdate chat && PredictionReport.TryGet(chat, out PredictionReport? report))
        {
            chat.AdditionalProperties![PredictionReport.PropertyName] = Fill(report);
        }
    }
}
