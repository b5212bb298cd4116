using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>Whatever arrives, leaves, dawdles and fails: who is not cancelled and does not fail gets what it would get
/// alone.</summary>
public sealed class SchedulerPropertyTests
{
    private enum Behavior
    {
        Reads,
        Dawdles,
        Leaves,
        IsCancelled,
    }

    [Fact]
    public async Task Together_every_generation_gives_what_it_gives_alone() => await Repeat(60, 1, new Setup());

    [Fact]
    public async Task No_stream_ever_waits_for_another_s_prompt() => await Repeat(60, 5, new Setup { UpdateCapacity = 100 });

    [Fact]
    public async Task Preempted_every_generation_gives_what_it_gives_alone() =>
        await Repeat(60, 2, new Setup { TotalRoom = 90 });

    [Fact]
    public async Task Aborted_steps_change_nothing() => await Repeat(40, 3, new Setup { AbortEvery = 4 });

    [Fact]
    public async Task A_model_that_forgets_whole_sequences_only_computes_them_again() =>
        await Repeat(40, 6, new Setup { AbortEvery = 6, TotalRoom = 120, ForgetsPartially = false });

    [Fact]
    public async Task Faults_reach_nobody_but_those_in_the_step() =>
        await Repeat(60, 4, new Setup { FailEvery = 40, ThrowEvery = 60, AbortEvery = 25, TotalRoom = 120 });

    private static async Task Repeat(int rounds, int seed, Setup setup)
    {
        var random = new SeededRandom((ulong)seed);
        for (int i = 0; i < rounds; i++)
        {
            await Round(random.NextUInt64(), setup);
        }
    }

    private static async Task Round(ulong seed, Setup setup)
    {
        var random = new SeededRandom(seed);
        var time = new FakeTimeProvider();
        var model = FakeModel.Hashing(endEvery: 30);
        var backend = new FakeLlamaBackend(model)
        {
            MaxSequences = 1 + Below(ref random, 5),
            MaxBatchTokens = 8 + Below(ref random, 40),
            SequenceContextLength = 80,
            TotalRoom = setup.TotalRoom,
            Threads = new StepThreads(2, 5),
            ForgetsPartially = setup.ForgetsPartially,
        };
        TimeSpan spent = TimeSpan.Zero;
        var faults = new SeededRandom(random.NextUInt64());
        backend.OnDecode = step =>
        {
            TimeSpan took = TimeSpan.FromTicks(10 + (step.Batch.Length * 7));
            spent += took * step.Threads;
            time.Advance(took);
            return OneIn(ref faults, setup.FailEvery) ? DecodeStatus.Failed
                : OneIn(ref faults, setup.AbortEvery) ? DecodeStatus.Aborted
                : OneIn(ref faults, setup.ThrowEvery) ? throw new InvalidOperationException("injected")
                : DecodeStatus.Success;
        };
        var options = new SchedulerOptions
        {
            StepTokens = 4 + Below(ref random, 40),
            UpdateCapacity = setup.UpdateCapacity > 0 ? setup.UpdateCapacity : 1 + Below(ref random, 6),
            ConsumerPatience = TimeSpan.FromTicks(Below(ref random, 3000)),
        };
        await using var harness = new SchedulerHarness(backend, options, time);
        var requests = new List<(GenerationRequest Request, Behavior Behavior)>();
        int count = 2 + Below(ref random, 9);
        for (int i = 0; i < count; i++)
        {
            requests.Add((RandomRequest(ref random), (Behavior)(Below(ref random, 8) is var b && b < 4 ? b : 0)));
        }

        Outcome[] outcomes = await Task.WhenAll(
            requests.Select((r, i) => Consume(harness.Scheduler, r.Request, r.Behavior, seed + (ulong)i)));
        for (int i = 0; i < count; i++)
        {
            Check(outcomes[i], requests[i].Request, requests[i].Behavior, model, setup);
        }

        CheckSteps(backend, Math.Min(options.StepTokens, backend.MaxBatchTokens), setup.UpdateCapacity > 80);
        if (outcomes.All(o => o.Last.Finish is not null) && setup.ThrowEvery == 0)
        {
            Assert.Equal(spent, outcomes.Aggregate(TimeSpan.Zero, (sum, o) => sum + o.Last.Usage.ProcessorTime));
        }

        await CheckSlots(harness, Math.Min(backend.MaxSequences, options.StepTokens));
        await harness.DisposeAsync();
        Assert.All(backend.Held, held => Assert.Equal(0, held));
    }

    private static void Check(
        Outcome outcome, GenerationRequest request, Behavior behavior, FakeModel model, Setup setup)
    {
        Reference.Generated expected = Reference.Generate(model, request, 80);
        if (outcome.Last.Finish is { } finish)
        {
            Assert.Equal(expected.Text, outcome.Text);
            Assert.Equal(expected.Finish, finish);
            Assert.Equal(expected.Tokens, outcome.Last.Usage.OutputTokens);
            PredictionTimings timings = outcome.Last.Timings;
            Assert.Equal(timings.Total, timings.Queue + timings.Prefill + timings.Decode);
            Assert.All(
                new[] { timings.Queue, timings.Prefill, timings.Decode, timings.TimeToFirstToken },
                t => Assert.InRange(t, TimeSpan.Zero, TimeSpan.MaxValue));
        }
        else
        {
            Assert.StartsWith(outcome.Text, expected.Text, StringComparison.Ordinal);
            bool faulty = setup.FailEvery > 0 && outcome.Error is EngineException;
            bool left = behavior is Behavior.Leaves && outcome.Error is null;
            bool cancelled = behavior is Behavior.IsCancelled && outcome.Error is OperationCanceledException;
            Assert.True(faulty || left || cancelled, outcome.Error?.ToString());
        }
    }

    private static void CheckSteps(FakeLlamaBackend backend, int budget, bool consumersKeepUp)
    {
        foreach (FakeStep step in backend.Steps)
        {
            Assert.InRange(step.Batch.Length, 1, budget);
            int[] sequences = [.. step.Sequences];
            int lastDecoding = Array.FindLastIndex(sequences, s => step.Decoding[s]);
            Assert.All(sequences[..(lastDecoding + 1)], s => Assert.Equal(1, step.TokensOf(s)));
            if (consumersKeepUp)
            {
                // No stream waits for another's prompt, not for a single step.
                Assert.Equal(step.Decoding.Count(d => d), sequences.Count(s => step.Decoding[s]));
            }
        }
    }

    /// <summary>Checks that every slot is free again: as many generations as there are slots run at once.</summary>
    private static async Task CheckSlots(SchedulerHarness harness, int slots)
    {
        var gate = new Turnstile();
        FakeLlamaBackend backend = harness.Backend;
        backend.OnDecode = _ =>
        {
            gate.Pass();
            return DecodeStatus.Success;
        };
        int before = backend.Steps.Count;
        Task<SchedulerHarness.Generation>[] all =
            [.. Enumerable.Range(0, slots).Select(_ => harness.GenerateAsync(SchedulerHarness.Ask(2, maxTokens: 9)))];
        gate.Open();
        Assert.All(await Task.WhenAll(all), g => Assert.Null(g.Error));
        Assert.Equal(slots, backend.Steps.Skip(before).SelectMany(s => s.Sequences).Distinct().Count());
    }

    private static async Task<Outcome> Consume(
        LlamaScheduler scheduler, GenerationRequest request, Behavior behavior, ulong seed)
    {
        var random = new SeededRandom(seed);
        int patience = Below(ref random, 12);
        using var cancel = new CancellationTokenSource();
        var outcome = new Outcome();
        try
        {
            await foreach (GenerationUpdate update in scheduler.GenerateAsync(request, cancel.Token))
            {
                outcome = outcome with { Text = outcome.Text + update.Text, Last = update };
                if (behavior == Behavior.Dawdles)
                {
                    for (int i = Below(ref random, 20); i > 0; i--)
                    {
                        await Task.Yield();
                    }
                }
                else if (behavior == Behavior.Leaves && patience-- == 0)
                {
                    break;
                }
                else if (behavior == Behavior.IsCancelled && patience-- == 0)
                {
                    await cancel.CancelAsync();
                }
            }

            return outcome;
        }
        catch (Exception error) when (error is EngineException or OperationCanceledException)
        {
            return outcome with { Error = error };
        }
    }

    private static GenerationRequest RandomRequest(ref SeededRandom random)
    {
        int[] prompt = new int[1 + Below(ref random, OneIn(ref random, 4) ? 70 : 12)];
        foreach (ref int token in prompt.AsSpan())
        {
            token = Below(ref random, 256);
        }

        string[][] stops = [[], [], ["the "], ["stop", "e"], ["ping\n", "漢", "😀"]];
        return new GenerationRequest
        {
            Prompt = prompt,
            MaxTokens = OneIn(ref random, 3) ? null : 1 + Below(ref random, 40),
            StopSequences = stops[Below(ref random, stops.Length)],
            DeliverControlTokens = OneIn(ref random, 2),
            Sampling = OneIn(ref random, 2)
                ? SamplingParameters.Greedy
                : new SamplingParameters { Temperature = 0.9f, TopP = 0.9f, TopK = 40, Seed = random.NextUInt64() },
        };
    }

    private static int Below(ref SeededRandom random, int limit) => (int)(random.NextDouble() * limit);

    private static bool OneIn(ref SeededRandom random, int count) => count > 0 && Below(ref random, count) == 0;

    private sealed record Setup
    {
        public int TotalRoom { get; init; } = int.MaxValue;

        public bool ForgetsPartially { get; init; } = true;

        public int UpdateCapacity { get; init; }

        public int AbortEvery { get; init; }

        public int FailEvery { get; init; }

        public int ThrowEvery { get; init; }
    }

    private sealed record Outcome(string Text = "", GenerationUpdate Last = default, Exception? Error = null);
}
