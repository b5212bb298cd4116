using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class FaultTests
{
    private readonly FakeModel _model = FakeModel.Hashing(endEvery: 0);

    [Fact]
    public async Task A_failed_step_fails_its_own_generations_and_no_other()
    {
        var backend = new FakeLlamaBackend(_model) { MaxSequences = 2 };
        // The two that run fail; the third waits.
        backend.OnDecode = step => step.Index == 4 ? DecodeStatus.Failed : DecodeStatus.Success;
        await using var harness = new SchedulerHarness(backend);
        Generation[] all = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => harness.GenerateAsync(Ask(maxTokens: 20))));
        Assert.InRange(all.Count(g => g.Error is EngineException), 1, 2);
        all[2].AssertIs(Expected(Ask(maxTokens: 20)));
    }

    [Fact]
    public async Task An_exception_of_the_backend_fails_what_runs_and_the_scheduler_lives()
    {
        var cause = new InvalidOperationException("broken");
        var backend = new FakeLlamaBackend(_model) { MaxSequences = 1 };
        backend.OnDecode = step => step.Index == 2 ? throw cause : DecodeStatus.Success;
        await using var harness = new SchedulerHarness(backend);
        Task<Generation> running = harness.GenerateAsync(Ask(maxTokens: 20));
        Task<Generation> waiting = harness.GenerateAsync(Ask(maxTokens: 20));
        Assert.Same(cause, Assert.IsType<EngineException>((await running).Error).InnerException);
        (await waiting).AssertIs(Expected(Ask(maxTokens: 20)));
    }

    [Fact]
    public async Task A_backend_that_cannot_be_emptied_ends_the_scheduler_and_hangs_nobody()
    {
        var cause = new InvalidOperationException("broken for good");
        var backend = new FakeLlamaBackend(_model) { MaxSequences = 1 };
        backend.OnDecode = _ => throw new InvalidOperationException("broken");
        backend.OnRemoveRange = (_, _) => throw cause;
        await using var harness = new SchedulerHarness(backend);
        Generation[] all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => harness.GenerateAsync(Ask())));
        Assert.All(all, g => Assert.IsType<EngineException>(g.Error));
        Exception? later = (await harness.GenerateAsync(Ask())).Error;
        Assert.Same(cause, Assert.IsType<EngineException>(later).InnerException);
        await harness.Scheduler.DisposeAsync();
        Assert.IsType<ObjectDisposedException>((await harness.GenerateAsync(Ask())).Error);
    }

    [Fact]
    public async Task A_backend_that_throws_at_every_step_is_given_up()
    {
        var backend = new FakeLlamaBackend(_model) { OnDecode = _ => throw new InvalidOperationException("broken") };
        await using var harness = new SchedulerHarness(backend);
        for (int i = 0; i < 20; i++)
        {
            Assert.IsType<EngineException>((await harness.GenerateAsync(Ask())).Error);
        }

        Assert.Equal(8, backend.Steps.Count);
    }

    [Fact]
    public async Task Logits_that_allow_no_token_fail_their_generation_only()
    {
        int tokens = 0;
        var backend = new FakeLlamaBackend(_model) { MaxSequences = 2 };
        backend.OnLogits = (sequence, logits) =>
        {
            if (sequence == 0 && ++tokens == 5)
            {
                logits.Fill(float.NaN);
            }
        };
        await using var harness = new SchedulerHarness(backend);
        Task<Generation> bad = harness.GenerateAsync(Ask(maxTokens: 30));
        Task<Generation> good = harness.GenerateAsync(Ask(promptTokens: 4, maxTokens: 30));
        Assert.Contains("NaN", Assert.IsType<EngineException>((await bad).Error).Message, StringComparison.Ordinal);
        (await good).AssertIs(Expected(Ask(promptTokens: 4, maxTokens: 30)));
    }

    [Fact]
    public async Task An_exception_at_one_token_fails_its_generation_only()
    {
        var cause = new InvalidOperationException("broken");
        int tokens = 0;
        var backend = new FakeLlamaBackend(_model) { MaxSequences = 2 };
        backend.OnLogits = (sequence, _) =>
        {
            if (sequence == 0 && ++tokens == 5)
            {
                throw cause;
            }
        };
        await using var harness = new SchedulerHarness(backend);
        Task<Generation> bad = harness.GenerateAsync(Ask(maxTokens: 30));
        Task<Generation> good = harness.GenerateAsync(Ask(promptTokens: 4, maxTokens: 30));
        Assert.Same(cause, Assert.IsType<EngineException>((await bad).Error).InnerException);
        (await good).AssertIs(Expected(Ask(promptTokens: 4, maxTokens: 30)));
    }

    [Fact]
    public async Task Memory_that_is_too_small_for_all_makes_the_youngest_wait_and_fails_nobody()
    {
        var backend = new FakeLlamaBackend(_model) { TotalRoom = 60 };
        await using var harness = new SchedulerHarness(backend);
        GenerationRequest[] requests =
            [.. Enumerable.Range(0, 6).Select(n => Ask(maxTokens: 30) with { Prompt = new[] { 'A' + n, 'p', 'q', 'r' } })];
        Generation[] all = await Task.WhenAll(requests.Select(r => harness.GenerateAsync(r)));
        for (int i = 0; i < all.Length; i++)
        {
            all[i].AssertIs(Expected(requests[i]));
        }

        Assert.Contains(backend.Steps, s => s.HeldBefore.Sum() + s.Batch.Length > backend.TotalRoom);
        // The first one is never made to wait: its prompt is computed once.
        Assert.Single(backend.Steps.SelectMany(s => s.Batch), t => t is { Token: 'A', Position: 0 });
    }

    [Fact]
    public async Task Memory_that_is_too_small_for_one_alone_fails_it()
    {
        var backend = new FakeLlamaBackend(_model) { TotalRoom = 20 };
        await using var harness = new SchedulerHarness(backend);
        Generation[] all = await Task.WhenAll(
            harness.GenerateAsync(Ask(promptTokens: 30)), harness.GenerateAsync(Ask(promptTokens: 5, maxTokens: 5)));
        Assert.Contains("no room", Assert.IsType<EngineException>(all[0].Error).Message, StringComparison.Ordinal);
        all[1].AssertIs(Expected(Ask(promptTokens: 5, maxTokens: 5)));
    }

    private Reference.Generated Expected(GenerationRequest request) => Reference.Generate(_model, request, 256);
}
