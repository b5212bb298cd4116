using Inference.Sdk.Tabular;

namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>Measures predictions from all rows at once, a part of them on each thread.</summary>
internal static class BatchBench
{
    /// <summary>Measures.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="threads">How many threads predict.</param>
    /// <param name="rounds">How often, after once to warm up.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static BatchResult Run(
        TabularPredictor predictor,
        float[] rows,
        int threads,
        int rounds,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        int width = predictor.Model.Schema.Count;
        int count = rows.Length / width;
        float[] output = new float[count];
        double[] speeds = new double[rounds];
        for (int round = -1; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double seconds = RunRound(predictor, rows, output, threads, time);
            if (round >= 0)
            {
                speeds[round] = count / seconds;
            }
        }

        return new BatchResult(threads, SampleSummary.Median(speeds), speeds);
    }

    private static double RunRound(
        TabularPredictor predictor, float[] rows, float[] output, int threads, TimeProvider time)
    {
        int width = predictor.Model.Schema.Count;
        using var ready = new Barrier(threads + 1);
        Thread[] workers =
        [
            .. Enumerable.Range(0, threads).Select(index =>
            {
                int first = (int)((long)output.Length * index / threads);
                int last = (int)((long)output.Length * (index + 1) / threads);
                return new Thread(() =>
                {
                    ready.SignalAndWait();
                    predictor.PredictBatch(rows.AsSpan(first * width, (last - first) * width), output.AsSpan(first, last - first));
                });
            }),
        ];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        // Threads that run already, so that starting them is not measured.
        ready.SignalAndWait();
        long begin = time.GetTimestamp();
        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        return time.GetElapsedTime(begin).TotalSeconds;
    }
}
