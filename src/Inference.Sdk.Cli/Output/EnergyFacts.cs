namespace Inference.Sdk.Cli.Output;

/// <summary>The energy of a result. Immutable.</summary>
internal sealed record EnergyFacts(
    double LowJoules, double MidJoules, double HighJoules, EnergyProvenance Provenance, string Source)
{
    public static EnergyFacts? From(EnergyEstimate? energy) => energy is null
        ? null
        : new(energy.LowJoules, energy.MidJoules, energy.HighJoules, energy.Provenance, energy.Source);
}
