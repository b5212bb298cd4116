namespace Inference.Sdk;

/// <summary>Tells what energy a prediction took, where its engine did not. Register one in the container to replace the
/// default, which models it from processor time.</summary>
/// <remarks>Called on the prediction's own path, concurrently for concurrent predictions, right after each has ended: be
/// quick and safe for concurrent use. One that throws is logged once and leaves the prediction without a figure.</remarks>
public interface IEnergyEstimator
{
    /// <summary>Estimates the energy of a prediction that has just ended.</summary>
    /// <param name="report">The prediction's report, without a figure of energy.</param>
    /// <returns>The energy in joules, or <see langword="null"/> where it cannot be told.</returns>
    EnergyEstimate? Estimate(PredictionReport report);

    /// <summary>Estimates the energy of a prediction that has just ended, knowing what made it. This is what a pipeline calls;
    /// where it is not implemented, it is <see cref="Estimate(PredictionReport)"/>.</summary>
    /// <param name="report">The prediction's report, without a figure of energy.</param>
    /// <param name="predictor">What is known of the predictor that made it: the device it runs on, for one.</param>
    /// <returns>The energy in joules, or <see langword="null"/> where it cannot be told.</returns>
    EnergyEstimate? Estimate(PredictionReport report, PredictorMetadata predictor) => Estimate(report);
}
