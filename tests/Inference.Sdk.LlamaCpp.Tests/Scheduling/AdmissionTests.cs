using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class AdmissionTests
{
    private readonly Turnstile _first = new();

    [Fact]
    public async Task Requests_beyond_the_queue_are_rejected_and_the_others_are_not()
    {
        await using SchedulerHarness harness = Held(sequences: 2, queue: 3);
        Task<Generation>[] taken = [.. Enumerable.Range(0, 5).Select(_ => harness.GenerateAsync(Ask()))];
        Exception? error = (await harness.GenerateAsync(Ask())).Error;
        Assert.Null(Assert.IsType<AdmissionRejectedException>(error).RetryAfter);
        _first.Open();
        Assert.All(await Task.WhenAll(taken), g => Assert.Equal("hi", g.Text));
        Assert.Equal("hi", (await harness.GenerateAsync(Ask())).Text);
    }

    [Fact]
    public async Task A_rejected_request_is_told_when_to_come_back_once_the_pace_is_known()
    {
        var time = new FakeTimeProvider();
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens("hi"))) { MaxSequences = 1 };
        await using var harness = new SchedulerHarness(backend, new SchedulerOptions { QueueCapacity = 0 }, time);
        // Three steps of two seconds.
        backend.OnDecode = _ =>
        {
            time.Advance(TimeSpan.FromSeconds(2));
            return DecodeStatus.Success;
        };
        await harness.GenerateAsync(Ask());
        backend.OnDecode = _ =>
        {
            _first.Pass();
            return DecodeStatus.Success;
        };
        Task<Generation> running = harness.GenerateAsync(Ask());
        Exception? error = (await harness.GenerateAsync(Ask())).Error;
        Assert.Equal(TimeSpan.FromSeconds(6), Assert.IsType<AdmissionRejectedException>(error).RetryAfter);
        _first.Open();
        await running;
    }

    [Fact]
    public async Task Requests_start_in_the_order_of_their_arrival()
    {
        await using SchedulerHarness harness = Held(sequences: 1, queue: 10);
        Task<Generation>[] all = [.. Enumerable.Range(3, 8).Select(n => harness.GenerateAsync(Ask(promptTokens: n)))];
        _first.Open();
        await Task.WhenAll(all);
        Assert.Equal(Enumerable.Range(3, 8), harness.Backend.Steps.Select(s => s.Batch.Length).Where(n => n > 1));
    }

    [Fact]
    public async Task A_request_that_is_cancelled_while_it_waits_ends_at_once_and_makes_room()
    {
        await using SchedulerHarness harness = Held(sequences: 1, queue: 1);
        Task<Generation> running = harness.GenerateAsync(Ask());
        using var cancel = new CancellationTokenSource();
        Task<Generation> waiting = harness.GenerateAsync(Ask(promptTokens: 9), cancel.Token);
        await _first.Reached;
        Assert.IsType<AdmissionRejectedException>((await harness.GenerateAsync(Ask())).Error);
        await cancel.CancelAsync();
        // The first step is still running.
        var error = Assert.IsAssignableFrom<OperationCanceledException>((await waiting).Error);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Task<Generation> next = harness.GenerateAsync(Ask());
        _first.Open();
        Assert.Equal(["hi", "hi"], (await Task.WhenAll(running, next)).Select(g => g.Text));
        Assert.DoesNotContain(harness.Backend.Steps, s => s.Batch.Length == 9);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_before_it_is_sent_is_not_sent()
    {
        await using SchedulerHarness harness = Held(sequences: 1, queue: 1);
        Generation generation = await harness.GenerateAsync(Ask(), new CancellationToken(canceled: true));
        Assert.IsAssignableFrom<OperationCanceledException>(generation.Error);
        Assert.Empty(harness.Backend.Steps);
    }

    private SchedulerHarness Held(int sequences, int queue) => new(
        new FakeLlamaBackend(FakeModel.Scripted(Tokens("hi")))
        {
            MaxSequences = sequences,
            OnDecode = _ =>
            {
                _first.Pass();
                return DecodeStatus.Success;
            },
        },
        new SchedulerOptions { QueueCapacity = queue });
}
