using Inference.Sdk.Cli.Bench;

namespace Inference.Sdk.Cli.Tests.Bench;

public sealed class SampleSummaryTests
{
    [Theory]
    [InlineData(50, 35)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(5, 15)]
    [InlineData(100, 50)]
    [InlineData(99, 50)]
    public void A_percentile_is_the_nearest_rank(double percent, double expected)
    {
        double[] sorted = [15, 20, 35, 40, 50];
        Assert.Equal(expected, SampleSummary.Percentile(sorted, percent));
    }

    [Fact]
    public void A_hundred_values_are_their_own_percentiles()
    {
        double[] sorted = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        for (int percent = 1; percent <= 100; percent++)
        {
            Assert.Equal(percent, SampleSummary.Percentile(sorted, percent));
        }
    }

    [Fact]
    public void A_summary_sorts_for_itself_and_leaves_the_samples_alone()
    {
        double[] samples = [3, 1, 2, 10];
        SampleSummary summary = SampleSummary.From(samples);
        Assert.Equal(new SampleSummary(4, 1, 2, 10, 10, 4), summary);
        Assert.Equal([3, 1, 2, 10], samples);
    }

    [Fact]
    public void One_sample_is_all_of_the_summary()
    {
        Assert.Equal(new SampleSummary(1, 7, 7, 7, 7, 7), SampleSummary.From([7]));
    }

    [Fact]
    public void The_median_of_an_even_count_is_between_the_middle_two()
    {
        Assert.Equal(2.5, SampleSummary.Median([4, 1, 3, 2]));
        Assert.Equal(3, SampleSummary.Median([9, 1, 3]));
    }

    [Fact]
    public void Nothing_cannot_be_summarized()
    {
        Assert.Throws<ArgumentException>(() => SampleSummary.From([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSummary.Median([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSummary.Percentile([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSummary.Percentile([1], 101));
    }
}
