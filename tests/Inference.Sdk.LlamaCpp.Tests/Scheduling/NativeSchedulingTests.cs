using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Scheduling;

/// <summary>The scheduler on llama.cpp itself, with a model that is tiny and says nothing sensible.</summary>
public sealed class NativeSchedulingTests
{
    [Fact]
    public async Task A_generation_gives_what_a_plain_loop_over_the_backend_gives()
    {
        GenerationRequest request = Request(0);
        string expected = PlainLoop(request);
        await using var scheduler = new LlamaScheduler(
            NativeModels.LoadBytePair(), new SchedulerOptions(), TimeProvider.System, NullLogger.Instance);
        Assert.Equal(expected, (await Generate(scheduler, request)).Text);
    }

    [Fact]
    public async Task More_generations_than_sequences_run_together_and_all_end()
    {
        await using var scheduler = new LlamaScheduler(
            NativeModels.LoadBytePair(), new SchedulerOptions(), TimeProvider.System, NullLogger.Instance);
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Generate(scheduler, Request(i))));
        Assert.All(all, g =>
        {
            Assert.NotNull(g.Last.Finish);
            Assert.InRange(g.Last.Usage.OutputTokens, 1, 40);
            Assert.True(g.Last.Usage.ProcessorTime > TimeSpan.Zero);
        });
    }

    [Fact]
    public async Task A_cancelled_generation_leaves_the_model_usable()
    {
        await using var scheduler = new LlamaScheduler(
            NativeModels.LoadBytePair(), new SchedulerOptions(), TimeProvider.System, NullLogger.Instance);
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (GenerationUpdate update in scheduler.GenerateAsync(Request(1), cancel.Token))
            {
                Assert.NotNull(update.Text);
                await cancel.CancelAsync();
            }
        });
        Assert.NotNull((await Generate(scheduler, Request(2))).Last.Finish);
    }

    private static GenerationRequest Request(int number) => new()
    {
        Prompt = Enumerable.Range(5, 20 + number).ToArray(),
        MaxTokens = 40,
        Sampling = SamplingParameters.Greedy,
        DeliverControlTokens = true,
    };

    private static string PlainLoop(GenerationRequest request)
    {
        using NativeBackend backend = NativeModels.LoadBytePair();
        var bytes = new List<byte>();
        int[] next = request.Prompt.ToArray();
        for (int position = 0, generated = 0; generated < request.MaxTokens; generated++)
        {
            Assert.Equal(
                DecodeStatus.Success,
                backend.Decode([.. next.Select((t, i) => new BatchToken(t, position + i, 0, i == next.Length - 1))]));
            int token = Logits.ArgMax(backend.GetLogits(next.Length - 1));
            if (backend.Vocabulary.IsEndOfGeneration(token))
            {
                break;
            }

            bytes.AddRange(backend.Vocabulary.GetPiece(token, request.DeliverControlTokens).Span);
            position += next.Length;
            next = [token];
        }

        return System.Text.Encoding.UTF8.GetString([.. bytes]);
    }

    private static async Task<(string Text, GenerationUpdate Last)> Generate(
        LlamaScheduler scheduler, GenerationRequest request)
    {
        string text = "";
        GenerationUpdate last = default;
        await foreach (GenerationUpdate update in scheduler.GenerateAsync(request, TestContext.Current.CancellationToken))
        {
            text += update.Text;
            last = update;
        }

        return (text, last);
    }
}
