namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>How long generations take, for telling a rejected caller when to come back. Safe for concurrent use.</summary>
internal sealed class ServicePace(int slots)
{
    // How much the last generation counts in the moving average.
    private const double Weight = 0.2;

    private long _averageTicks;

    /// <summary>Notes how long a generation took from its first step to its end. The loop's thread only.</summary>
    public void Record(TimeSpan service)
    {
        long average = Volatile.Read(ref _averageTicks);
        long next = average == 0 ? service.Ticks : (long)(average + (Weight * (service.Ticks - average)));
        Volatile.Write(ref _averageTicks, Math.Max(next, 1));
    }

    /// <summary>Estimates the time until the next place gets free: with all slots busy one of them ends every average time
    /// divided by the slots.</summary>
    /// <returns>The time, or <see langword="null"/> before any generation has ended.</returns>
    public TimeSpan? TimeToNextPlace()
    {
        long average = Volatile.Read(ref _averageTicks);
        return average == 0 ? null : TimeSpan.FromTicks(Math.Max(average / slots, 1));
    }
}
