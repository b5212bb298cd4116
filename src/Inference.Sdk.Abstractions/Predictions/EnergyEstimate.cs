namespace Inference.Sdk;

/// <summary>The energy a prediction took, as a range: how sure one is, is part of the number. Immutable.</summary>
/// <param name="LowJoules">The low end, in joules.</param>
/// <param name="MidJoules">The best single figure, in joules.</param>
/// <param name="HighJoules">The high end, in joules.</param>
/// <param name="Provenance">Whether it was measured or modelled.</param>
/// <param name="Source">What it was measured with or modelled from, for people to read.</param>
public sealed record EnergyEstimate(
    double LowJoules, double MidJoules, double HighJoules, EnergyProvenance Provenance, string Source);
