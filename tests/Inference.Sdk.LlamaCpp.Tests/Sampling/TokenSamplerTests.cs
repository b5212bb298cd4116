using FsCheck;
using FsCheck.Fluent;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Sampling;

public sealed class TokenSamplerTests
{
    private static readonly SamplingParameters Warm = new() { Temperature = 1, Seed = 1 };

    [Fact]
    public void Greedy_takes_the_largest_and_of_equals_the_first()
    {
        Assert.Equal(2, Greedy(0, 1, 3, 3, 2));
        Assert.Equal(0, Greedy(-0f, 0f));
        Assert.Equal(1, Greedy(-5, 0f, -0f));
        Assert.Equal(1, Greedy(float.NaN, -7, float.NegativeInfinity, float.NaN));
        Assert.Equal(2, Greedy(1, float.NaN, float.PositiveInfinity, float.PositiveInfinity));
    }

    [Fact]
    public void Greedy_finds_the_largest_wherever_it_is()
    {
        var random = new SeededRandom(5);
        for (int length = 1; length < 70; length++)
        {
            float[] logits = [.. Enumerable.Range(0, length).Select(_ => (float)random.NextDouble() * 8)];
            for (int i = 0; i < length; i++)
            {
                float old = logits[i];
                logits[i] = 9;
                Assert.Equal(i, Logits.ArgMax(logits));
                logits[i] = old;
            }
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_model_that_makes_every_token_impossible_has_failed(float logit)
    {
        float[] logits = [logit, logit, logit, logit, logit];
        Assert.Throws<EngineException>(() => Sample(logits, SamplingParameters.Greedy));
        Assert.Throws<EngineException>(() => Sample(logits, Warm));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(3, 1, 0)]
    [InlineData(0, 0.9, 0)]
    [InlineData(0, 1, 0.2)]
    public void Impossible_tokens_are_never_drawn(int topK, float topP, float minP)
    {
        SamplingParameters parameters = Warm with { Temperature = 50, TopK = topK, TopP = topP, MinP = minP };
        var sampler = new TokenSampler(parameters);
        var candidates = new CandidateSet();
        float[] logits = [float.NaN, 1, float.NegativeInfinity, 2, float.NaN, -1, float.NegativeInfinity];
        for (int i = 0; i < 500; i++)
        {
            Assert.Contains(sampler.Sample(logits, candidates), new[] { 1, 3, 5 });
        }
    }

    [Fact]
    public void Infinite_logits_are_equally_likely_and_the_rest_is_not()
    {
        var sampler = new TokenSampler(Warm);
        var candidates = new CandidateSet();
        int[] counts = new int[4];
        for (int i = 0; i < 1000; i++)
        {
            counts[sampler.Sample([float.MaxValue, float.PositiveInfinity, 0, float.PositiveInfinity], candidates)]++;
        }

        Assert.Equal((0, 0), (counts[0], counts[2]));
        Assert.InRange(counts[1], 440, 560);
    }

    [Fact]
    public void Huge_logits_and_tiny_temperatures_do_not_overflow()
    {
        Assert.Equal(1, Sample([-float.MaxValue, float.MaxValue, 0], Warm));
        Assert.Equal(1, Sample([1, 1.5f, 1], Warm with { Temperature = float.Epsilon }));
        Assert.Equal(1, Sample([1, 1.5f, 1], Warm with { Temperature = 1e-20f, TopP = 0.5f, MinP = 0.5f }));
    }

    [Fact]
    public void A_seed_determines_the_tokens_and_none_does_not()
    {
        int[] a = Many(Warm with { Seed = 9 });
        Assert.Equal(a, Many(Warm with { Seed = 9 }));
        Assert.NotEqual(a, Many(Warm with { Seed = 10 }));
        Assert.NotEqual(Many(Warm with { Seed = null }), Many(Warm with { Seed = null }));

        static int[] Many(SamplingParameters parameters)
        {
            var sampler = new TokenSampler(parameters);
            var candidates = new CandidateSet();
            float[] logits = new float[100];
            return [.. Enumerable.Range(0, 50).Select(_ => sampler.Sample(logits, candidates))];
        }
    }

    [Fact]
    public void Ties_at_a_cut_go_to_the_lower_ids()
    {
        float[] equal = new float[10];
        Assert.Equal([0, 1, 2], Drawn(equal, Warm with { TopK = 3 }));
        Assert.Equal([0, 1, 2, 3], Drawn(equal, Warm with { TopP = 0.35f }));
        Assert.Equal([3, 5, 7], Drawn([0, 1, 0, 2, 1, 2, 1, 2, 1], Warm with { TopK = 3 }));
    }

    [Fact]
    public void Every_choice_is_one_the_definition_makes()
    {
        int compared = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            (float[] logits, SamplingParameters parameters) = RandomCase(ref random);
            var reference = new ReferenceSampler(logits, parameters);
            if (reference.IsBorderline)
            {
                return;
            }

            var draws = new SeededRandom(parameters.Seed ?? 0);
            var sampler = new TokenSampler(parameters);
            var candidates = new CandidateSet();
            for (int i = 0; i < 20; i++)
            {
                int actual = sampler.Sample(logits, candidates);
                if (reference.Draw(draws.NextDouble()) is { } expected)
                {
                    Assert.Equal(expected, actual);
                    compared++;
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(17, 23));
        Assert.True(compared > 8000, $"only {compared} of 10000 draws were compared");
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(7, 1, 0)]
    [InlineData(0, 0.8, 0)]
    [InlineData(0, 1, 0.1)]
    [InlineData(12, 0.9, 0.05)]
    public void Frequencies_follow_the_probabilities(int topK, float topP, float minP)
    {
        float[] logits = [.. Enumerable.Range(0, 20).Select(i => (float)Math.Sin(i * 1.7) * 2)];
        SamplingParameters parameters = new() { Temperature = 0.8f, TopK = topK, TopP = topP, MinP = minP, Seed = 3 };
        IReadOnlyDictionary<int, double> probabilities = new ReferenceSampler(logits, parameters).Probabilities;
        var sampler = new TokenSampler(parameters);
        var candidates = new CandidateSet();
        const int draws = 50_000;
        int[] counts = new int[20];
        for (int i = 0; i < draws; i++)
        {
            counts[sampler.Sample(logits, candidates)]++;
        }

        int[] ids = [.. probabilities.Keys.Order()];
        Assert.Equal(draws, ids.Sum(id => counts[id]));
        double statistic = ChiSquare.Statistic(
            [.. ids.Select(id => counts[id])], [.. ids.Select(id => probabilities[id] * draws)]);
        // Beyond the 99.9th percentile for as many degrees of freedom (Wilson and Hilferty's approximation).
        double freedom = ids.Length - 1, third = 2 / (9 * freedom);
        Assert.True(statistic < freedom * Math.Pow(1 - third + (3.09 * Math.Sqrt(third)), 3), $"{statistic} of {freedom}");
    }

    [Fact]
    public void Nothing_is_allocated_once_the_vocabulary_has_been_seen()
    {
        float[] logits = [.. Enumerable.Range(0, 1000).Select(i => (float)Math.Sin(i))];
        var sampler = new TokenSampler(new SamplingParameters { Temperature = 1, TopK = 50, TopP = 0.9f, MinP = 0.01f });
        var candidates = new CandidateSet();

        Assert.Equal(0, Allocations.Least(100, () => sampler.Sample(logits, candidates)));
    }

    private static (float[] Logits, SamplingParameters Parameters) RandomCase(ref SeededRandom random)
    {
        int length = 1 + (int)(random.NextDouble() * 300);
        float[] logits = new float[length];
        // A coarse grid has many ties, a fine one has none.
        double grid = random.NextDouble() < 0.3 ? 1 : 1e-4;
        foreach (ref float logit in logits.AsSpan())
        {
            logit = random.NextDouble() < 0.05
                ? float.NaN : (float)(Math.Round(((random.NextDouble() * 12) - 6) / grid) * grid);
        }

        logits[(int)(random.NextDouble() * length)] = 1;
        return (logits, new SamplingParameters
        {
            Temperature = 0.2f + (float)(random.NextDouble() * 2),
            TopK = random.NextDouble() < 0.5 ? 0 : (int)(random.NextDouble() * 1.2 * length),
            TopP = random.NextDouble() < 0.4 ? 1 : (float)(0.02 + (random.NextDouble() * 0.98)),
            MinP = random.NextDouble() < 0.5 ? 0 : (float)(random.NextDouble() * 0.5),
            Seed = random.NextUInt64(),
        });
    }

    private static int[] Drawn(float[] logits, SamplingParameters parameters)
    {
        var sampler = new TokenSampler(parameters);
        var candidates = new CandidateSet();
        return [.. Enumerable.Range(0, 300).Select(_ => sampler.Sample(logits, candidates)).Distinct().Order()];
    }

    private static int Greedy(params float[] logits) => Sample(logits, SamplingParameters.Greedy);

    private static int Sample(float[] logits, SamplingParameters parameters) =>
        new TokenSampler(parameters).Sample(logits, new CandidateSet());
}
