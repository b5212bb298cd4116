namespace Inference.Sdk.Cli.Bench;

/// <summary>What a set of measurements looks like. Immutable.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="P50">The 50th percentile.</param>
/// <param name="P99">The 99th percentile.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">The arithmetic mean.</param>
internal sealed record SampleSummary(int Count, double Minimum, double P50, double P99, double Maximum, double Mean)
{
    /// <summary>Summarizes measurements.</summary>
    /// <param name="samples">The measurements, at least one, in any order; none of them NaN.</param>
    /// <returns>The summary.</returns>
    public static SampleSummary From(ReadOnlySpan<double> samples)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("There is nothing to summarize.", nameof(samples));
        }

        double[] sorted = samples.ToArray();
        Array.Sort(sorted);
        double sum = 0;
        foreach (double sample in sorted)
        {
            sum += sample;
        }

        return new SampleSummary(
            sorted.Length, sorted[0], Percentile(sorted, 50), Percentile(sorted, 99), sorted[^1], sum / sorted.Length);
    }

    /// <summary>Gets a percentile by the nearest-rank method: the smallest measurement that at least that share of all
    /// measurements is not above. It is always one that was measured; nothing is interpolated.</summary>
    /// <param name="sorted">The measurements in ascending order, at least one.</param>
    /// <param name="percent">The percentile, more than 0 and at most 100.</param>
    /// <returns>The measurement.</returns>
    public static double Percentile(ReadOnlySpan<double> sorted, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(sorted));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        int rank = (int)Math.Ceiling(percent * sorted.Length / 100);
        return sorted[Math.Clamp(rank, 1, sorted.Length) - 1];
    }

    /// <summary>Gets the median: the middle measurement, or the mean of the two middle ones.</summary>
    /// <param name="samples">The measurements, at least one, in any order.</param>
    /// <returns>The median.</returns>
    public static double Median(ReadOnlySpan<double> samples)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Length, nameof(samples));
        double[] sorted = samples.ToArray();
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
