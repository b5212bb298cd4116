using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class GenerationTests
{
    [Fact]
    public async Task Text_is_what_the_model_says_until_it_ends()
    {
        await using var harness = Says("hello\n");
        Generation generation = await harness.GenerateAsync(Ask());
        Assert.Equal("hello\n", generation.Text);
        Assert.Equal(GenerationFinish.EndOfGeneration, generation.Finish);
        Assert.Equal(3, generation.Last.Usage.InputTokens);
        Assert.Equal(7, generation.Last.Usage.OutputTokens);
        Assert.Equal(0, generation.Last.Usage.CachedInputTokens);
    }

    [Fact]
    public async Task A_limit_on_tokens_ends_it()
    {
        await using var harness = Says("hello");
        Generation generation = await harness.GenerateAsync(Ask(maxTokens: 4));
        Assert.Equal("hell", generation.Text);
        Assert.Equal(GenerationFinish.Length, generation.Finish);
        Assert.Equal(4, generation.Last.Usage.OutputTokens);
    }

    [Fact]
    public async Task A_full_context_ends_it()
    {
        await using var harness = new SchedulerHarness(
            new FakeLlamaBackend(FakeModel.Hashing(endEvery: 0)) { SequenceContextLength = 20 });
        Generation generation = await harness.GenerateAsync(Ask(promptTokens: 15, maxTokens: 100));
        Assert.Equal(GenerationFinish.Length, generation.Finish);
        Assert.Equal(5, generation.Last.Usage.OutputTokens);
    }

    [Fact]
    public async Task A_stop_sequence_across_tokens_ends_it_and_is_not_delivered()
    {
        await using var harness = Says("one STOP two");
        Generation generation = await harness.GenerateAsync(Ask(stops: ["STOP", "never"]));
        Assert.Equal("one ", generation.Text);
        Assert.Equal(GenerationFinish.StopSequence, generation.Finish);
        Assert.Equal("STOP", generation.Last.Stop);
        Assert.Equal(8, generation.Last.Usage.OutputTokens);
    }

    [Theory]
    [InlineData("ab MARK MARK", true, 7)]
    [InlineData("ab MARK MARK", false, 7)]
    [InlineData("ab MAR", true, null)]
    [InlineData("ab MARK", false, 7)]
    public async Task A_landmark_is_noted_when_its_last_token_is_generated(string said, bool streams, int? expected)
    {
        await using var harness = Says(said);
        Generation generation = await harness.GenerateAsync(Ask() with { Landmark = "MARK", Streams = streams });
        Assert.Equal(said, generation.Text);
        Assert.Equal(expected, generation.Last.LandmarkTokens);
    }

    [Fact]
    public async Task The_beginning_of_a_stop_sequence_is_delivered_when_the_generation_ends_there()
    {
        await using var harness = Says("one ST");
        Generation generation = await harness.GenerateAsync(Ask(stops: ["STOP"]));
        Assert.Equal("one ST", generation.Text);
        Assert.Null(generation.Last.Stop);
        Assert.Equal(GenerationFinish.EndOfGeneration, generation.Finish);
    }

    [Fact]
    public async Task A_character_of_several_tokens_is_delivered_whole()
    {
        await using var harness = Says("a😀é");
        Generation generation = await harness.GenerateAsync(Ask());
        Assert.Equal(["a", "😀", "é", ""], generation.Pieces);
    }

    [Fact]
    public async Task A_character_that_is_never_completed_becomes_a_replacement_character()
    {
        await using var harness = new SchedulerHarness(new FakeLlamaBackend(FakeModel.Scripted('a', 0xF0, 0x9F)));
        Assert.Equal("a\uFFFD", (await harness.GenerateAsync(Ask())).Text);
    }

    [Theory]
    [InlineData(false, "{}")]
    [InlineData(true, "<tool>{}")]
    public async Task Control_tokens_are_delivered_on_request(bool deliver, string expected)
    {
        await using var harness = Says("<tool>{}");
        Assert.Equal(expected, (await harness.GenerateAsync(Ask() with { DeliverControlTokens = deliver })).Text);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_text()
    {
        FakeModel model = FakeModel.Hashing();
        await using var harness = new SchedulerHarness(new FakeLlamaBackend(model));
        GenerationRequest request = Ask(maxTokens: 60) with
        {
            Sampling = new SamplingParameters { Temperature = 1.5f, TopP = 0.9f, Seed = 7 },
        };
        Reference.Generated expected = Reference.Generate(model, request, harness.Backend.SequenceContextLength);
        (await harness.GenerateAsync(request)).AssertIs(expected);
        (await harness.GenerateAsync(request)).AssertIs(expected);
    }

    [Fact]
    public async Task Each_enumeration_sends_the_request_anew()
    {
        await using var harness = Says("ab");
        IAsyncEnumerable<GenerationUpdate> updates = harness.Scheduler.GenerateAsync(Ask(), TestEnd);
        Assert.Equal(3, await updates.CountAsync(TestEnd));
        Assert.Equal(3, await updates.CountAsync(TestEnd));
    }

    [Fact]
    public async Task The_consumer_never_runs_on_the_scheduler_s_thread()
    {
        await using var harness = Says("some text of several tokens");
        await foreach (GenerationUpdate update in harness.Scheduler.GenerateAsync(Ask(), TestEnd))
        {
            Assert.NotNull(update.Text);
            Assert.NotSame(harness.Backend.Owner, Thread.CurrentThread);
        }

        Assert.Equal("Inference.Sdk llama scheduler", harness.Backend.Owner?.Name);
        Assert.True(harness.Backend.Owner?.IsBackground);
    }

    private static SchedulerHarness Says(string text) => new(new FakeLlamaBackend(FakeModel.Scripted(Tokens(text))));
}
