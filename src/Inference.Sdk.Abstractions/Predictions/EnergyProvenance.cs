namespace Inference.Sdk;

/// <summary>How an energy figure came to be.</summary>
public enum EnergyProvenance
{
    /// <summary>Computed from processor time and an assumed power; no sensor was read.</summary>
    Modeled,

    /// <summary>Read from a hardware sensor.</summary>
    Measured,
}
