using Inference.Sdk.Cli.Run;

namespace Inference.Sdk.Cli.Tests.Run;

public sealed class RunSummaryTests
{
    private static readonly PredictionReport Report = new()
    {
        Id = Guid.Empty,
        Model = ModelIdentity.Unknown,
        Usage = new PredictionUsage { InputTokens = 33, CachedInputTokens = 20, OutputTokens = 11 },
        Timings = new PredictionTimings
        {
            TimeToFirstToken = TimeSpan.FromMilliseconds(45),
            Decode = TimeSpan.FromSeconds(2),
        },
        Energy = new EnergyEstimate(1, 3.1, 5, EnergyProvenance.Modeled, "test"),
    };

    [Fact]
    public void A_run_is_one_line_whose_speed_counts_the_tokens_after_the_first()
    {
        Assert.Equal(
            "11 tokens, 5.00 tokens/s, first after 45.0 ms, prompt of 33 (20 cached), 3.10 J modeled",
            RunSummary.Describe(Report, "stop"));
    }

    [Fact]
    public void An_answer_that_was_cut_off_says_so()
    {
        Assert.EndsWith("cut off: raise --max-tokens or --context for more", RunSummary.Describe(Report, "length"));
    }

    [Fact]
    public void A_single_token_has_no_speed()
    {
        PredictionReport single = Report with { Usage = new PredictionUsage { OutputTokens = 1 }, Energy = null };
        Assert.Equal("1 token, first after 45.0 ms, prompt of 0", RunSummary.Describe(single, null));
    }
}
