using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>Who takes a place, and when it is free again.</summary>
public sealed class PlaceTests
{
    private readonly Turnstile _first = new();

    [Theory]
    [InlineData((int)DecodeStatus.Success)]
    [InlineData((int)DecodeStatus.Failed)]
    public async Task A_place_is_free_when_its_consumer_is_told_of_the_end(int status)
    {
        using SchedulerLoop loop = Start(1, (DecodeStatus)status);
        Sequence sequence = Submit(loop, maxTokens: 1);
        await _first.Reached;
        Task<Exception?> asked = AskWhenTold(sequence, loop.Reserve);
        _first.Open();
        Assert.Null(await asked);
        loop.Stop();
        await loop.Ended;
    }

    [Fact]
    public async Task A_place_is_free_when_the_consumer_of_a_waiting_request_is_told_that_it_is_cancelled()
    {
        using SchedulerLoop loop = Start(2, DecodeStatus.Success);
        Submit(loop);
        await _first.Reached;
        Sequence waiting = Submit(loop);
        Task<Exception?> asked = AskWhenTold(waiting, loop.Reserve);
        loop.Cancel(waiting, new EngineException("cancelled"));
        Assert.Null(await asked);
        _first.Open();
        loop.Stop();
        await loop.Ended;
    }

    [Fact]
    public async Task Nothing_is_prepared_for_a_request_that_is_rejected()
    {
        await using SchedulerHarness harness = Held();
        Task<Generation> running = harness.GenerateAsync(Ask());
        await _first.Reached;
        await Assert.ThrowsAsync<AdmissionRejectedException>(() => ConsumeAsync(harness.Scheduler.GenerateAsync(
            () => throw new InvalidOperationException("prepared"), waits: false, TestEnd)));
        _first.Open();
        Assert.Null((await running).Error);
    }

    [Fact]
    public async Task A_request_whose_preparation_fails_gives_its_place_back()
    {
        await using SchedulerHarness harness = Held();
        _first.Open();
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => ConsumeAsync(harness.Scheduler.GenerateAsync(
                () => throw new InvalidOperationException("prepared"), waits: false, TestEnd)));
        }

        Assert.Equal("hi", (await harness.GenerateAsync(Ask())).Text);
    }

    [Fact]
    public async Task Who_waits_for_a_place_gets_the_next_one_in_the_order_of_waiting()
    {
        var places = new AdmissionPlaces(1);
        Assert.True(places.TryTake());
        Task first = places.TakeAsync(TestEnd).AsTask();
        Task second = places.TakeAsync(TestEnd).AsTask();
        places.Release();
        await first;
        Assert.False(second.IsCompleted);
        Assert.False(places.TryTake());
        places.Release();
        await second;
        places.Release();
        Assert.True(places.TryTake());
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        var places = new AdmissionPlaces(1);
        Assert.True(places.TryTake());
        using var cancel = new CancellationTokenSource();
        Task first = places.TakeAsync(cancel.Token).AsTask();
        Task second = places.TakeAsync(TestEnd).AsTask();
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(cancel.Token, error.CancellationToken);
        places.Release();
        await second;
        places.Release();
        Assert.True(places.TryTake());
    }

    [Fact]
    public async Task Who_waits_when_the_places_are_closed_is_told_why()
    {
        var places = new AdmissionPlaces(0);
        Task waiting = places.TakeAsync(TestEnd).AsTask();
        places.Close(() => new EngineException("closed"));
        await Assert.ThrowsAsync<EngineException>(() => waiting);
        await Assert.ThrowsAsync<EngineException>(() => places.TakeAsync(TestEnd).AsTask());
        Assert.Throws<EngineException>(() => places.TryTake());
    }

    // Asks at the moment, and on the thread, in which the consumer is told.
    private static async Task<Exception?> AskWhenTold(Sequence sequence, Action ask)
    {
        SynchronizationContext.SetSynchronizationContext(new InlineContext());
        try
        {
            await sequence.Output.Reader.WaitToReadAsync();
        }
        catch (EngineException)
        {
            Assert.True(sequence.IsEnded || sequence.IsCancelled);
        }

        return Record.Exception(ask);
    }

    private static async Task ConsumeAsync(IAsyncEnumerable<GenerationUpdate> updates)
    {
        await foreach (GenerationUpdate update in updates)
        {
            Assert.NotNull(update.Text);
        }
    }

    private static Sequence Submit(SchedulerLoop loop, int? maxTokens = null)
    {
        loop.Reserve();
        var sequence = new Sequence(Ask(maxTokens: maxTokens), 256, 4, TimeProvider.System);
        loop.Submit(sequence);
        return sequence;
    }

    private SchedulerLoop Start(int places, DecodeStatus status)
    {
        var loop = new SchedulerLoop(
            NewBackend(status), new SchedulerOptions { QueueCapacity = places - 1 }, TimeProvider.System, NullLogger.Instance);
        loop.Start();
        return loop;
    }

    private SchedulerHarness Held() => new(NewBackend(DecodeStatus.Success), new SchedulerOptions { QueueCapacity = 0 });

    private FakeLlamaBackend NewBackend(DecodeStatus status) => new(FakeModel.Scripted(Tokens("hi")))
    {
        MaxSequences = 1,
        OnDecode = _ =>
        {
            _first.Pass();
            return status;
        },
    };

    private sealed class InlineContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
