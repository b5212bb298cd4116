using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>How many threads compute a step, and who is charged for them.</summary>
public sealed class ThreadTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Steps_with_tokens_of_a_prompt_have_their_own_number_of_threads_and_are_charged_with_it()
    {
        FakeLlamaBackend backend = Ticking();
        await using var harness = new SchedulerHarness(backend, time: _time);
        Generation generation = await harness.GenerateAsync(Ask(promptTokens: 40));
        // 40 tokens in steps of 32, and three tokens of an answer that is four with its end.
        Assert.Equal([5, 5, 2, 2, 2], backend.Steps.Select(step => step.Threads));
        Assert.Equal((5 + 5 + 2 + 2 + 2) * Second, generation.Last.Usage.ProcessorTime);
    }

    [Fact]
    public async Task A_prompt_of_one_token_is_a_prompt()
    {
        FakeLlamaBackend backend = Ticking();
        await using var harness = new SchedulerHarness(backend, time: _time);
        await harness.GenerateAsync(Ask(promptTokens: 1, maxTokens: 2));
        Assert.Equal([5, 2], backend.Steps.Select(step => step.Threads));
    }

    [Fact]
    public async Task Answers_that_are_computed_together_have_the_threads_of_answers()
    {
        var first = new Turnstile();
        FakeLlamaBackend backend = Ticking(step =>
        {
            if (step.Index == 0)
            {
                first.Pass();
            }
        });
        await using var harness = new SchedulerHarness(backend, time: _time);
        Task<Generation> a = harness.GenerateAsync(Ask());
        await first.Reached;
        Task<Generation> b = harness.GenerateAsync(Ask());
        first.Open();
        await Task.WhenAll(a, b);
        // The first one's prompt; its token beside the other's prompt; both; the other's last.
        Assert.Equal([5, 5, 2, 2, 2], backend.Steps.Select(step => step.Threads));
        Assert.Equal(2, backend.Steps[2].Batch.Length);
    }

    [Fact]
    public async Task Another_number_of_threads_counts_from_the_next_step_on()
    {
        var second = new Turnstile();
        FakeLlamaBackend backend = Ticking(step =>
        {
            if (step.Index == 1)
            {
                second.Pass();
            }
        });
        await using var harness = new SchedulerHarness(backend, time: _time);
        Task<Generation> generation = harness.GenerateAsync(Ask());
        await second.Reached;
        Assert.Equal(new StepThreads(2, 5), harness.Scheduler.Threads);
        harness.Scheduler.Threads = new StepThreads(1, 1);
        second.Open();
        Assert.Equal((5 + 2 + 1 + 1) * Second, (await generation).Last.Usage.ProcessorTime);
        Assert.Equal([5, 2, 1, 1], backend.Steps.Select(step => step.Threads));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(6, 1)]
    [InlineData(1, 6)]
    public async Task More_threads_than_the_backend_was_loaded_for_and_none_are_refused(int decode, int prompt)
    {
        await using var harness = new SchedulerHarness(Ticking(), time: _time);
        Assert.Throws<ArgumentOutOfRangeException>(() => harness.Scheduler.Threads = new StepThreads(decode, prompt));
        Assert.Equal(new StepThreads(2, 5), harness.Scheduler.Threads);
    }

    private FakeLlamaBackend Ticking(Action<FakeStep>? onStep = null) => new(FakeModel.Scripted(Tokens("abc")))
    {
        Threads = new StepThreads(2, 5),
        OnDecode = step =>
        {
            onStep?.Invoke(step);
            _time.Advance(Second);
            return DecodeStatus.Success;
        },
    };
}
