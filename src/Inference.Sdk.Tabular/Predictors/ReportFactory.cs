namespace Inference.Sdk.Tabular;

/// <summary>Makes the reports of predictions: ids, timings, charges.</summary>
internal sealed class ReportFactory(ModelIdentity model, TimeProvider time)
{
    public long Now() => time.GetTimestamp();

    /// <param name="id">The caller's id, or <see langword="null"/> to make one.</param>
    /// <param name="arrived">When the input arrived, as a timestamp.</param>
    /// <param name="began">When work on it began.</param>
    /// <param name="ended">When it was done.</param>
    /// <param name="charge">The processor time it is charged with.</param>
    public PredictionReport Make(Guid? id, long arrived, long began, long ended, TimeSpan charge)
    {
        TimeSpan work = Elapsed(began, ended);
        TimeSpan total = Elapsed(arrived, ended);
        return new PredictionReport
        {
            Id = id ?? Guid.CreateVersion7(time.GetUtcNow()),
            Model = model,
            Usage = new PredictionUsage { Rows = 1, ProcessorTime = charge },
            Timings = new PredictionTimings { Queue = total - work, Decode = work, Total = total },
        };
    }

    /// <summary>Divides the time of a chunk between its rows, so that the charges add up to it, or are a tick each where
    /// there are more rows than ticks.</summary>
    public TimeSpan Share(long began, long ended, int row, int rows)
    {
        (long ticks, long rest) = Math.DivRem(time.GetElapsedTime(began, ended).Ticks, rows);
        return TimeSpan.FromTicks(Math.Max(row < rest ? ticks + 1 : ticks, 1));
    }

    // A tick is 100 ns and a small model is faster; but no time at all says that it is not known, and its energy neither.
    private TimeSpan Elapsed(long from, long to) =>
        TimeSpan.FromTicks(Math.Max(time.GetElapsedTime(from, to).Ticks, 1));
}
