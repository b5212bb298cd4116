using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class CancellationTests
{
    private readonly Turnstile _gate = new();

    [Fact]
    public async Task A_long_step_of_a_generation_alone_is_aborted()
    {
        FakeLlamaBackend backend = Endless();
        backend.OnDecode = step =>
        {
            if (step.Index > 0)
            {
                return DecodeStatus.Success;
            }

            _gate.Open();
            _gate.Pass();
            return step.WaitForAbort();
        };
        await using var harness = new SchedulerHarness(backend);
        using var cancel = new CancellationTokenSource();
        Task<Generation> generation = harness.GenerateAsync(Ask(promptTokens: 30), cancel.Token);
        await _gate.Reached;
        await cancel.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>((await generation).Error);
        // The half of the batch that was applied is gone, or the fake would object to the next prompt.
        Assert.Null((await harness.GenerateAsync(Ask(maxTokens: 3))).Error);
        Assert.Equal(1, backend.Aborts);
    }

    [Fact]
    public async Task A_step_that_computes_for_others_is_not_aborted()
    {
        FakeLlamaBackend backend = Endless();
        // Once both are in one step.
        backend.OnDecode = step =>
        {
            if (step.Sequences.Count() == 2)
            {
                _gate.Pass();
            }

            return DecodeStatus.Success;
        };
        await using var harness = new SchedulerHarness(backend);
        using var cancel = new CancellationTokenSource();
        Task<Generation> cancelled = harness.GenerateAsync(Ask(), cancel.Token);
        Task<Generation> other = harness.GenerateAsync(Ask(maxTokens: 20));
        await _gate.Reached;
        await cancel.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>((await cancelled).Error);
        _gate.Open();
        Assert.Equal(20, (await other).Last.Usage.OutputTokens);
        Assert.Equal(0, backend.Aborts);
        // Gone from the next step on.
        FakeStep[] together = [.. backend.Steps.Where(s => s.Sequences.Count() == 2)];
        Assert.Single(together);
    }

    [Fact]
    public async Task A_step_is_aborted_when_the_last_of_its_generations_is_cancelled()
    {
        FakeLlamaBackend backend = Endless();
        backend.OnDecode = step =>
        {
            if (step.Sequences.Count() < 2)
            {
                return DecodeStatus.Success;
            }

            _gate.Open();
            _gate.Pass();
            return step.WaitForAbort();
        };
        await using var harness = new SchedulerHarness(backend);
        using var cancel = new CancellationTokenSource();
        Task<Generation> a = harness.GenerateAsync(Ask(), cancel.Token);
        Task<Generation> b = harness.GenerateAsync(Ask(), cancel.Token);
        await _gate.Reached;
        await cancel.CancelAsync();
        Assert.All(await Task.WhenAll(a, b), g => Assert.IsAssignableFrom<OperationCanceledException>(g.Error));
    }

    [Fact]
    public async Task A_step_that_is_aborted_by_mistake_is_computed_again()
    {
        FakeModel model = FakeModel.Hashing();
        var backend = new FakeLlamaBackend(model)
        {
            OnDecode = step => step.Index % 3 == 1 ? DecodeStatus.Aborted : DecodeStatus.Success,
        };
        await using var harness = new SchedulerHarness(backend);
        GenerationRequest request = Ask(promptTokens: 70, maxTokens: 50);
        (await harness.GenerateAsync(request)).AssertIs(Reference.Generate(model, request, backend.SequenceContextLength));
    }

    [Fact]
    public async Task A_backend_that_aborts_every_step_has_failed()
    {
        FakeLlamaBackend backend = Endless();
        backend.OnDecode = _ => DecodeStatus.Aborted;
        await using var harness = new SchedulerHarness(backend);
        Assert.IsType<EngineException>((await harness.GenerateAsync(Ask())).Error);
        Assert.InRange(backend.Steps.Count, 2, 20);
        backend.OnDecode = null;
        Assert.Null((await harness.GenerateAsync(Ask(maxTokens: 2))).Error);
    }

    [Fact]
    public async Task Leaving_the_enumeration_ends_the_generation()
    {
        FakeLlamaBackend backend = Endless();
        await using var harness = new SchedulerHarness(backend, new SchedulerOptions { UpdateCapacity = 1 });
        for (int i = 0; i < 3 * backend.MaxSequences; i++)
        {
            await foreach (GenerationUpdate update in harness.Scheduler.GenerateAsync(Ask(), TestEnd))
            {
                Assert.NotEmpty(update.Text);
                break;
            }
        }

        Assert.Null((await harness.GenerateAsync(Ask(maxTokens: 5))).Error);
        await harness.DisposeAsync();
        Assert.All(backend.Held, held => Assert.Equal(0, held));
    }

    [Fact]
    public async Task Updates_that_are_there_are_not_delivered_after_a_cancellation()
    {
        await using var harness = new SchedulerHarness(Endless());
        using var cancel = new CancellationTokenSource();
        int delivered = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (GenerationUpdate update in harness.Scheduler.GenerateAsync(Ask(), cancel.Token))
            {
                Assert.NotEmpty(update.Text);
                delivered++;
                await cancel.CancelAsync();
            }
        });
        Assert.Equal(1, delivered);
    }

    private static FakeLlamaBackend Endless() => new(FakeModel.Scripted([.. Enumerable.Repeat((int)'x', 1000)]));
}
