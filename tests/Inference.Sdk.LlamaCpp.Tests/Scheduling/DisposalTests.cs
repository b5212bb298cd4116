using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class DisposalTests
{
    private readonly Turnstile _gate = new();

    [Fact]
    public async Task Disposal_ends_what_runs_and_what_waits_and_then_disposes_the_backend()
    {
        var backend = new FakeLlamaBackend(FakeModel.Hashing(endEvery: 0))
        {
            MaxSequences = 1,
            OnDecode = step =>
            {
                _gate.Open();
                _gate.Pass();
                return step.WaitForAbort();
            },
        };
        await using var harness = new SchedulerHarness(backend);
        Task<Generation> running = harness.GenerateAsync(Ask());
        Task<Generation> waiting = harness.GenerateAsync(Ask());
        await _gate.Reached;
        await harness.Scheduler.DisposeAsync();
        Assert.Equal(1, backend.Disposals);
        Assert.Equal(1, backend.Aborts);
        Assert.IsType<ObjectDisposedException>((await running).Error);
        Assert.IsType<ObjectDisposedException>((await waiting).Error);
        Assert.IsType<ObjectDisposedException>((await harness.GenerateAsync(Ask())).Error);
    }

    [Fact]
    public async Task Disposal_can_be_repeated_and_overlap()
    {
        var backend = new FakeLlamaBackend(FakeModel.Hashing());
        await using var harness = new SchedulerHarness(backend);
        await harness.GenerateAsync(Ask(maxTokens: 3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => harness.Scheduler.DisposeAsync().AsTask()));
        await harness.Scheduler.DisposeAsync();
        Assert.Equal(1, backend.Disposals);
        Assert.All(backend.Held, held => Assert.Equal(0, held));
    }

    [Fact]
    public async Task A_disposal_that_waits_for_a_step_does_not_block_its_caller()
    {
        var backend = new FakeLlamaBackend(FakeModel.Hashing(endEvery: 0))
        {
            OnDecode = _ =>
            {
                _gate.Pass();
                return DecodeStatus.Success;
            },
        };
        await using var harness = new SchedulerHarness(backend);
        Task<Generation> running = harness.GenerateAsync(Ask());
        await _gate.Reached;
        ValueTask disposal = harness.Scheduler.DisposeAsync();
        Assert.False(disposal.IsCompleted);
        Assert.Equal(0, backend.Disposals);
        _gate.Open();
        await disposal;
        Assert.IsType<ObjectDisposedException>((await running).Error);
    }
}
