using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class BatchingTests
{
    [Fact]
    public async Task Generations_that_run_together_share_their_steps()
    {
        var first = new Turnstile();
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens("0123456789")))
        {
            OnDecode = step => PassAt(step, 0, first),
        };
        await using var harness = new SchedulerHarness(backend);
        Task<Generation> a = harness.GenerateAsync(Ask());
        await first.Reached;
        Task<Generation>[] others = [.. Enumerable.Range(0, 3).Select(_ => harness.GenerateAsync(Ask()))];
        first.Open();
        await Task.WhenAll(others.Prepend(a));
        // One step for the first one's prompt, then its tokens together with the others' prompts, then all of them.
        Assert.Equal(12, backend.Steps.Count);
        Assert.Equal(4, backend.Steps[5].Batch.Length);
    }

    [Fact]
    public async Task Decoding_sequences_come_first_and_prompts_get_the_rest_of_the_budget()
    {
        var first = new Turnstile();
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens(new string('x', 40))))
        {
            OnDecode = step => PassAt(step, 1, first),
        };
        await using var harness = new SchedulerHarness(backend, new SchedulerOptions { StepTokens = 10 });
        Task<Generation> stream = harness.GenerateAsync(Ask(promptTokens: 5));
        await first.Reached;
        Task<Generation> prompt = harness.GenerateAsync(Ask(promptTokens: 100, maxTokens: 1));
        Task<Generation> second = harness.GenerateAsync(Ask(promptTokens: 12, maxTokens: 1));
        first.Open();
        await Task.WhenAll(stream, prompt, second);

        FakeStep[] chunks = [.. backend.Steps.Where(s => s.Sequences.Contains(1))];
        Assert.Equal(12, chunks.Length);
        foreach (FakeStep chunk in chunks)
        {
            Assert.Equal(0, chunk.Batch[0].Sequence);
            Assert.True(chunk.Batch[0].WantLogits);
            Assert.Equal(1, chunk.TokensOf(0));
        }

        Assert.All(chunks[..11], c => Assert.Equal(9, c.TokensOf(1)));
        Assert.Equal(1, chunks[11].TokensOf(1));
        // The prompt that came later gets what the earlier one leaves.
        Assert.Equal(8, chunks[11].TokensOf(2));
        Assert.Equal(["x", "x"], new[] { (await prompt).Text, (await second).Text });
    }

    [Fact]
    public async Task Only_the_last_token_of_a_prompt_has_logits()
    {
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens("ab"))) { MaxBatchTokens = 8 };
        await using var harness = new SchedulerHarness(backend);
        await harness.GenerateAsync(Ask(promptTokens: 20));
        Assert.Equal([8, 8, 4, 1, 1], backend.Steps.Select(s => s.Batch.Length));
        Assert.Equal([19, 20, 21], backend.Steps.SelectMany(s => s.Batch).Where(t => t.WantLogits).Select(t => t.Position));
    }

    [Fact]
    public async Task The_budget_is_never_more_than_the_backend_s_batch()
    {
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens("ab"))) { MaxBatchTokens = 3, MaxSequences = 8 };
        await using var harness = new SchedulerHarness(backend, new SchedulerOptions { StepTokens = 1000 });
        Generation[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => harness.GenerateAsync(Ask())));
        Assert.All(all, g => Assert.Equal("ab", g.Text));
        Assert.All(backend.Steps, s => Assert.InRange(s.Batch.Length, 1, 3));
    }

    [Fact]
    public async Task An_idle_scheduler_computes_nothing()
    {
        var backend = new FakeLlamaBackend(FakeModel.Scripted(Tokens("ab")));
        await using var harness = new SchedulerHarness(backend);
        await harness.GenerateAsync(Ask());
        int steps = backend.Steps.Count;
        await harness.GenerateAsync(Ask());
        Assert.Equal(2 * steps, backend.Steps.Count);
    }

    private static DecodeStatus PassAt(FakeStep step, int index, Turnstile turnstile)
    {
        if (step.Index == index)
        {
            turnstile.Pass();
        }

        return DecodeStatus.Success;
    }
}
