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
    public PredictionReport Make(Guid? id, long arrived, long began, long ended, TimeSpan charge) => new()
    {
        Id = id ?? Guid.CreateVersion7(time.GetUtcNow()),
        Model = model,
        Usage = new PredictionUsage { Rows = 1, ProcessorTime = charge },
        Timings = new PredictionTimings
        {
            Queue = time.GetElapsedTime(arrived, began),
            Decode = time.GetElapsedTime(began, ended),
            Total = time.GetElapsedTime(arrived, ended),
        },
    };

    /// <summary>Divides the time of a chunk between its rows, so that the charges add up to it.</summary>
    public TimeSpan Share(long began, long ended, int row, int rows)
    {
        (long ticks, long rest) = Math.DivRem(time.GetElapsedTime(began, ended).Ticks, rows);
        return TimeSpan.FromTicks(row < rest ? ticks + 1 : ticks);
    }
}
