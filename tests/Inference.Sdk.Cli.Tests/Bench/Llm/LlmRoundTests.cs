using Inference.Sdk.Cli.Bench.Llm;

namespace Inference.Sdk.Cli.Tests.Bench.Llm;

public sealed class LlmRoundTests
{
    [Fact]
    public void A_single_stream_is_timed_from_its_first_token_and_from_the_beginning()
    {
        var round = Same([[1.0, 1.5, 2.0]]);
        Assert.Equal(2, round.DecodeTokensPerSecond);
        Assert.Equal(1.5, round.TokensPerSecond);
        Assert.Equal([1.0], round.FirstTokens);
        Assert.Equal([0.5, 0.5], round.Intervals);
    }

    [Fact]
    public void Parallel_streams_decode_from_when_all_have_begun()
    {
        var round = Same([[1, 2, 3], [2, 3, 4]]);

        // After 2: the first one's token at 3, the second one's at 3 and 4, in two seconds.
        Assert.Equal(1.5, round.DecodeTokensPerSecond);
        Assert.Equal(6 / 4.0, round.TokensPerSecond);
    }

    [Fact]
    public void Tokens_that_are_taken_in_a_burst_do_not_make_the_model_fast()
    {
        var round = new LlmRound([[1, 2, 3]], [[2.9, 2.95, 3]]);
        Assert.Equal(1, round.DecodeTokensPerSecond);
        Assert.Equal(1, round.TokensPerSecond);
        Assert.Equal([2.9], round.FirstTokens);
    }

    [Fact]
    public void Processor_time_is_divided_by_all_tokens()
    {
        LlmRound round = Same([[1, 2, 3], [2, 3, 4]]) with { ProcessorTime = TimeSpan.FromSeconds(12) };
        Assert.Equal(TimeSpan.FromSeconds(2), round.ProcessorTimePerToken);
    }

    [Fact]
    public void The_ratio_is_the_median_of_neighbouring_rounds_and_not_of_sums()
    {
        LlmRound[] engine = [Speed(10), Speed(90), Speed(1)];
        LlmRound[] baseline = [Speed(10), Speed(100), Speed(10)];
        LlmRatio ratio = LlmRatio.From(engine, baseline);
        Assert.Equal(0.9, ratio.DecodeTokensPerSecond, 9);
        Assert.Equal([1, 0.9, 0.1], ratio.DecodeRounds.Select(r => Math.Round(r, 9)));
    }

    private static LlmRound Speed(double tokensPerSecond) => Same([[1, 1 + (1 / tokensPerSecond)]]);

    private static LlmRound Same(double[][] times) => new(times, times);
}
