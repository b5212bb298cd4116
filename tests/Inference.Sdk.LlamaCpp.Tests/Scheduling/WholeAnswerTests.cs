using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>Answers that nobody watches: all of their text comes at once.</summary>
public sealed class WholeAnswerTests
{
    [Fact]
    public async Task All_of_the_text_comes_with_the_end_and_is_what_is_streamed()
    {
        await using var harness = Says("one é two 😀 three");
        Generation streamed = await harness.GenerateAsync(Ask());
        Generation whole = await harness.GenerateAsync(Whole());
        Assert.True(streamed.Pieces.Count > 10);
        Assert.Equal([streamed.Text], whole.Pieces);
        Assert.Equal(streamed.Finish, whole.Finish);
        Assert.Equal(streamed.Last.Usage.OutputTokens, whole.Last.Usage.OutputTokens);
    }

    [Theory]
    [InlineData("one STOP two", "one ", GenerationFinish.StopSequence)]
    [InlineData("one ST", "one ST", GenerationFinish.EndOfGeneration)]
    internal async Task Stop_sequences_end_it_as_they_end_a_stream(string said, string text, GenerationFinish finish)
    {
        await using var harness = Says(said);
        Generation whole = await harness.GenerateAsync(Whole(stops: "STOP"));
        Assert.Equal([text], whole.Pieces);
        Assert.Equal(finish, whole.Finish);
    }

    [Fact]
    public async Task It_never_waits_for_its_consumer()
    {
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens(new string('x', 50)))) { MaxSequences = 1 };
        await using var harness = new SchedulerHarness(backend, new SchedulerOptions { UpdateCapacity = 1 });
        await using IAsyncEnumerator<GenerationUpdate> unread =
            harness.Scheduler.GenerateAsync(Whole(), TestEnd).GetAsyncEnumerator(TestEnd);
        ValueTask<bool> begun = unread.MoveNextAsync();
        // The only place is free again although nobody has taken the answer.
        Assert.Equal("x", (await harness.GenerateAsync(Ask(maxTokens: 1))).Text);
        Assert.True(await begun);
        Assert.Equal(new string('x', 50), unread.Current.Text);
        Assert.False(await unread.MoveNextAsync());
    }

    [Fact]
    public async Task A_failure_is_told_and_nothing_of_the_text()
    {
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens("abcdef")))
        {
            OnDecode = step => step.Index == 3 ? DecodeStatus.Failed : DecodeStatus.Success,
        };
        await using var harness = new SchedulerHarness(backend);
        Generation whole = await harness.GenerateAsync(Whole());
        Assert.IsType<EngineException>(whole.Error);
        Assert.Empty(whole.Pieces);
    }

    private static GenerationRequest Whole(params string[] stops) => Ask(stops: stops) with { Streams = false };

    private static SchedulerHarness Says(string text) => new(new FakeLlamaBackend(FakeModel.Scripted(Tokens(text))));
}
