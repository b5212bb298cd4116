using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class SlowConsumerTests
{
    private static readonly SchedulerOptions Short = new() { UpdateCapacity = 4 };

    [Fact]
    public async Task A_slow_consumer_holds_up_its_own_generation_only()
    {
        FakeLlamaBackend backend = Counting();
        await using var harness = new SchedulerHarness(backend, Short);
        await using IAsyncEnumerator<GenerationUpdate> slow = Start(harness, Ask(promptTokens: 3));
        Assert.True(await slow.MoveNextAsync());
        Assert.Equal(40, (await harness.GenerateAsync(Ask(promptTokens: 5, maxTokens: 40))).Last.Usage.OutputTokens);
        Assert.Equal(40, (await harness.GenerateAsync(Ask(promptTokens: 5, maxTokens: 40))).Last.Usage.OutputTokens);
        // One update taken, four in its channel, no more: the last of these tokens is not computed.
        Assert.InRange(backend.Steps.Sum(s => s.TokensOf(0)), 3, 3 + 4);

        string text = slow.Current.Text;
        while (await slow.MoveNextAsync())
        {
            text += slow.Current.Text;
        }

        Assert.Equal(new string('x', 60), text);
    }

    [Fact]
    public async Task A_consumer_that_stalls_gives_its_place_up_to_one_that_waits_and_gets_it_back()
    {
        var time = new SignallingTimeProvider();
        FakeLlamaBackend backend = Counting(sequences: 1);
        await using var harness = new SchedulerHarness(
            backend, Short with { ConsumerPatience = TimeSpan.FromSeconds(5) }, time);
        await using IAsyncEnumerator<GenerationUpdate> stalled = Start(harness, Ask(promptTokens: 3));
        Assert.True(await stalled.MoveNextAsync());
        string text = stalled.Current.Text;

        Task<Generation> waiting = harness.GenerateAsync(Ask(promptTokens: 5, maxTokens: 2));
        await time.TimerArmed();
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("xx", (await waiting).Text);

        while (await stalled.MoveNextAsync())
        {
            text += stalled.Current.Text;
        }

        Assert.Equal(new string('x', 60), text);
        // Its prompt and answer so far were computed twice.
        Assert.Equal(2, backend.Steps.Count(s => s.Batch[0].Position == 0 && s.Batch[0].Token == 'p' && s.Batch.Length != 5));
    }

    [Fact]
    public async Task A_consumer_that_stalls_keeps_its_place_while_nobody_waits()
    {
        var time = new SignallingTimeProvider();
        FakeLlamaBackend backend = Counting(sequences: 2);
        await using var harness = new SchedulerHarness(
            backend, Short with { ConsumerPatience = TimeSpan.Zero }, time);
        await using IAsyncEnumerator<GenerationUpdate> stalled = Start(harness, Ask(promptTokens: 3));
        Assert.True(await stalled.MoveNextAsync());
        await harness.GenerateAsync(Ask(promptTokens: 5, maxTokens: 20));
        GenerationUpdate last = default;
        while (await stalled.MoveNextAsync())
        {
            last = stalled.Current;
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(61, last.Usage.OutputTokens);
        Assert.Equal(2, backend.Steps.SelectMany(s => s.Batch).Count(t => t.Position == 0));
    }

    [Fact]
    public async Task A_generation_whose_consumer_never_comes_back_does_not_hold_up_disposal()
    {
        var harness = new SchedulerHarness(Counting(), Short);
        IAsyncEnumerator<GenerationUpdate> stalled = Start(harness, Ask());
        Assert.True(await stalled.MoveNextAsync());
        await harness.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            while (await stalled.MoveNextAsync())
            {
                Assert.NotEmpty(stalled.Current.Text);
            }
        });
        await stalled.DisposeAsync();
    }

    private static FakeLlamaBackend Counting(int sequences = 4) =>
        new(FakeModel.Scripted([.. Enumerable.Repeat((int)'x', 60)])) { MaxSequences = sequences };

    private static IAsyncEnumerator<GenerationUpdate> Start(SchedulerHarness harness, GenerationRequest request) =>
        harness.Scheduler.GenerateAsync(request, TestEnd).GetAsyncEnumerator(TestEnd);
}
