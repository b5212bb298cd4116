using System.Globalization;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Energy;

/// <summary>Models energy as processor time × watts per busy core. Reads no sensor, and says so; knows nothing of
/// accelerators, and has no figure for what runs on one.</summary>
internal sealed class CpuEnergyEstimator : IEnergyEstimator
{
    private const string Processor = "cpu";

    private readonly double _low;
    private readonly double _mid;
    private readonly double _high;
    private readonly string _source;

    public CpuEnergyEstimator(IOptions<InferenceOptions> options)
    {
        CpuEnergyModelOptions model = options.Value.CpuEnergyModel;
        (_low, _mid, _high) = (model.LowWattsPerCore, model.MidWattsPerCore, model.HighWattsPerCore);
        _source = string.Create(
            CultureInfo.InvariantCulture, $"processor time × {_low}–{_mid}–{_high} W per busy core (model, no sensor)");
    }

    public EnergyEstimate? Estimate(PredictionReport report)
    {
        double seconds = report.Usage.ProcessorTime.TotalSeconds;

        // An engine that does not account for its processor time has not taken none.
        return seconds > 0
            ? new EnergyEstimate(seconds * _low, seconds * _mid, seconds * _high, EnergyProvenance.Modeled, _source)
            : null;
    }

    // The processor's share alone would pass for the whole, in metrics above all.
    public EnergyEstimate? Estimate(PredictionReport report, PredictorMetadata predictor) =>
        predictor.Device == Processor ? Estimate(report) : null;
}
