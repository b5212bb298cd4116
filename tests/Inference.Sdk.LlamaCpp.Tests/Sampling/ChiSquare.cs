namespace Inference.Sdk.LlamaCpp.Tests.Sampling;

/// <summary>Pearson's test of counts against what is expected of them.</summary>
internal static class ChiSquare
{
    public static double Statistic(ReadOnlySpan<int> observed, ReadOnlySpan<double> expected)
    {
        double sum = 0;
        for (int i = 0; i < observed.Length; i++)
        {
            double difference = observed[i] - expected[i];
            sum += difference * difference / expected[i];
        }

        return sum;
    }
}
