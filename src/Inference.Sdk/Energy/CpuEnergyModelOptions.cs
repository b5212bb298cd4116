namespace Inference.Sdk;

/// <summary>What a busy core is assumed to draw, as a range, where no sensor tells.</summary>
/// <remarks>
/// <para>The figures are the package power that a processor's maker rates it at, over its cores, and so include a share of
/// caches and memory controller; they do not include memory modules, accelerators, or the losses of the power supply. The
/// defaults span the kinds of machine: laptop parts (Intel Core i5-1335U: 15 W over 10 cores, 1.5 W), server parts (AMD
/// EPYC 9654: 360 W over 96 cores, 3.8 W; Intel Xeon Platinum 8480+: 350 W over 56 cores, 6.3 W) and desktop parts (AMD
/// Ryzen 9 7950X: 170 W over 16 cores, 10.6 W; Ryzen 7 7700X: 105 W over 8 cores, 13.1 W).</para>
/// <para>These are assumptions, quoted from nominal ratings; none was measured for this library.</para>
/// <para>On a known machine, give its own: the rated power over the cores for the middle.</para>
/// </remarks>
public sealed class CpuEnergyModelOptions
{
    /// <summary>Gets or sets the low end in watts per busy core; 0 or more, and at most the middle. Default 1.5.</summary>
    public double LowWattsPerCore { get; set; } = 1.5;

    /// <summary>Gets or sets the best single figure in watts per busy core. Default 5.</summary>
    public double MidWattsPerCore { get; set; } = 5;

    /// <summary>Gets or sets the high end in watts per busy core; at least the middle. Default 12.</summary>
    public double HighWattsPerCore { get; set; } = 12;
}
