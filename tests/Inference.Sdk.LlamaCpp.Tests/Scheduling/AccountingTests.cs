using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using static Inference.Sdk.LlamaCpp.Tests.Fakes.SchedulerHarness;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

public sealed class AccountingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Timings_tell_waiting_from_the_prompt_and_from_the_answer()
    {
        FakeLlamaBackend backend = Ticking(sequences: 1);
        await using var harness = new SchedulerHarness(backend, time: _time);
        // 40 tokens in steps of 32: two seconds; then three tokens and the end, of which the first came with the prompt.
        Task<Generation> first = harness.GenerateAsync(Ask(promptTokens: 40));
        Task<Generation> second = harness.GenerateAsync(Ask(promptTokens: 10));
        PredictionTimings a = (await first).Last.Timings;
        PredictionTimings b = (await second).Last.Timings;
        Assert.Equal(TimeSpan.Zero, a.Queue);
        Assert.Equal(2 * Second, a.Prefill);
        Assert.Equal(3 * Second, a.Decode);
        Assert.Equal(2 * Second, a.TimeToFirstToken);
        Assert.Equal(5 * Second, a.Total);
        Assert.Equal(1 * Second, b.Prefill);
        Assert.Equal(3 * Second, b.Decode);
        Assert.Equal(b.Queue + b.Prefill, b.TimeToFirstToken);
        Assert.Equal(b.Queue + b.Prefill + b.Decode, b.Total);
    }

    [Fact]
    public async Task The_time_of_a_slow_consumer_is_not_counted()
    {
        await using var harness = new SchedulerHarness(
            new FakeLlamaBackend(FakeModel.Scripted(Tokens("abc"))), new SchedulerOptions { UpdateCapacity = 1 }, _time);
        PredictionTimings timings = default;
        await foreach (GenerationUpdate update in harness.Scheduler.GenerateAsync(Ask(), TestEnd))
        {
            timings = update.Timings;
            // The loop is idle or will be: with room for one update it waits for each to be taken. Another request, which
            // it takes in first, shows that it has noticed.
            await harness.GenerateAsync(Ask(maxTokens: 1));
            _time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(TimeSpan.Zero, timings.Total);
    }

    [Fact]
    public async Task Processor_time_is_the_time_of_the_steps_on_all_threads_divided_by_tokens()
    {
        var first = new Turnstile();
        FakeLlamaBackend backend = Ticking(sequences: 2);
        Func<FakeStep, DecodeStatus> tick = backend.OnDecode!;
        backend.OnDecode = step =>
        {
            if (step.Index == 0)
            {
                first.Pass();
            }

            return tick(step);
        };
        await using var harness = new SchedulerHarness(backend, time: _time);
        Task<Generation> a = harness.GenerateAsync(Ask(promptTokens: 3, maxTokens: 2));
        await first.Reached;
        Task<Generation> b = harness.GenerateAsync(Ask(promptTokens: 9, maxTokens: 1));
        first.Open();
        // Alone, then one token beside nine, on three threads.
        Assert.Equal((3 + 0.3) * Second, (await a).Last.Usage.ProcessorTime);
        Assert.Equal(2.7 * Second, (await b).Last.Usage.ProcessorTime);
    }

    [Fact]
    public async Task Choosing_tokens_and_making_text_is_charged_to_whose_they_are()
    {
        FakeLlamaBackend backend = Ticking(sequences: 1);
        backend.OnLogits = (_, _) => _time.Advance(10 * Second);
        await using var harness = new SchedulerHarness(backend, time: _time);
        // Two steps on three threads, each followed by a choice on one.
        Generation generation = await harness.GenerateAsync(Ask(promptTokens: 3, maxTokens: 2));
        Assert.Equal((2 * 3 * Second) + (2 * 10 * Second), generation.Last.Usage.ProcessorTime);
    }

    [Fact]
    public async Task A_generation_that_fails_tells_what_it_consumed_and_one_that_finishes_has_it_in_its_update()
    {
        FakeLlamaBackend backend = Ticking(sequences: 1);
        Func<FakeStep, DecodeStatus> tick = backend.OnDecode!;
        backend.OnDecode = step => tick(step) == DecodeStatus.Success && step.Index == 2
            ? DecodeStatus.Failed
            : DecodeStatus.Success;
        await using var harness = new SchedulerHarness(backend, time: _time);
        var told = new List<PredictionUsage>();
        GenerationRequest request = Ask() with { OnUnfinished = told.Add };
        Assert.IsType<EngineException>((await harness.GenerateAsync(request)).Error);
        // Three steps on three threads, of which two gave a token.
        PredictionUsage usage = Assert.Single(told);
        Assert.Equal((3, 2, 3 * 3 * Second), (usage.InputTokens, usage.OutputTokens, usage.ProcessorTime));
        Assert.Null((await harness.GenerateAsync(request)).Error);
        Assert.Single(told);
    }

    [Fact]
    public async Task A_generation_that_is_left_or_cancelled_tells_what_it_consumed()
    {
        FakeLlamaBackend backend = Ticking(sequences: 1);
        await using var harness = new SchedulerHarness(backend, new SchedulerOptions { UpdateCapacity = 1 }, _time);
        using var cancel = new CancellationTokenSource();
        var told = new List<PredictionUsage>();
        GenerationRequest request = Ask() with { OnUnfinished = told.Add };
        await foreach (GenerationUpdate update in harness.Scheduler.GenerateAsync(request, TestEnd))
        {
            Assert.Equal("a", update.Text);
            break;
        }

        Assert.InRange(Assert.Single(told).OutputTokens, 1, 3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (GenerationUpdate update in harness.Scheduler.GenerateAsync(request, cancel.Token))
            {
                Assert.Equal("a", update.Text);
                await cancel.CancelAsync();
            }
        });
        Assert.Equal(2, told.Count);
        Assert.True(told[1].ProcessorTime >= 3 * Second);
    }

    [Fact]
    public void Charges_add_up_to_what_was_spent_to_the_tick()
    {
        for (int ticks = 0; ticks < 300; ticks++)
        {
            var plan = new StepPlan(32, 7);
            List<Sequence> sequences = [];
            for (int i = 0; i < 7; i++)
            {
                sequences.Add(new Sequence(Ask(promptTokens: 1 + ((ticks + (i * i)) % 6)), 100, 1, _time) { Slot = i });
            }

            plan.Build(sequences);
            plan.Charge(TimeSpan.FromTicks(ticks));
            Assert.Equal(ticks, sequences.Sum(s => s.ProcessorTime.Ticks));
            for (int i = 0; i < plan.Shares.Length; i++)
            {
                double exact = (double)ticks * plan.Shares[i].Count / plan.Batch.Length;
                Assert.InRange(plan.Shares[i].Sequence.ProcessorTime.Ticks, exact - 1, exact + 1);
            }
        }
    }

    private FakeLlamaBackend Ticking(int sequences) => new(FakeModel.Scripted(Tokens("abc")))
    {
        MaxSequences = sequences,
        OnDecode = _ =>
        {
            _time.Advance(Second);
            return DecodeStatus.Success;
        },
    };
}
