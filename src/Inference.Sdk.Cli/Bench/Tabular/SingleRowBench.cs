using Inference.Sdk.Tabular;

namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>Measures one prediction after another, on one thread.</summary>
internal static class SingleRowBench
{
    /// <summary>The predictions between two looks at the clock. A look takes tens of nanoseconds, as long as a prediction of
    /// a small model; over this many it does not count.</summary>
    public const int RowsPerSample = 64;

    // Enough calls for the runtime to have compiled everything with full optimization.
    private const int WarmUpCalls = 20_000;

    /// <summary>Measures.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="rows">The rows, one after the other, at least <see cref="RowsPerSample"/>.</param>
    /// <param name="passes">How often to go through them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static SingleRowResult Run(
        TabularPredictor predictor, float[] rows, int passes, TimeProvider time, CancellationToken cancellationToken)
    {
        int width = predictor.Model.Schema.Count;
        int count = rows.Length / width;
        int samplesPerPass = count / RowsPerSample;
        double[] nanoseconds = new double[checked(samplesPerPass * passes)];
        for (int done = 0; done < WarmUpCalls; done += RowsPerSample)
        {
            PredictSome(predictor, rows, width, done % (samplesPerPass * RowsPerSample));
        }

        int sample = 0;
        float sum = 0;
        long allocated = 0;
        for (int pass = 0; pass < passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < samplesPerPass; i++)
            {
                long begin = time.GetTimestamp();
                sum += PredictSome(predictor, rows, width, i * RowsPerSample);
                nanoseconds[sample++] = time.GetElapsedTime(begin).TotalNanoseconds / RowsPerSample;
            }

            allocated += GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        }

        // Kept, so that no optimization can leave the predictions out.
        GC.KeepAlive(sum);
        long predictions = (long)samplesPerPass * RowsPerSample * passes;
        return new SingleRowResult(SampleSummary.From(nanoseconds), RowsPerSample, (double)allocated / predictions);
    }

    private static float PredictSome(TabularPredictor predictor, float[] rows, int width, int first)
    {
        float sum = 0;
        for (int row = first; row < first + RowsPerSample; row++)
        {
            sum += predictor.Predict(rows.AsSpan(row * width, width));
        }

        return sum;
    }
}
