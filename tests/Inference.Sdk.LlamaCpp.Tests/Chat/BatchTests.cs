using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class BatchTests
{
    private readonly ChatHarness _chat = new("{{ messages[0].content }}", maxSequences: 3);

    [Fact]
    public async Task Answers_come_in_the_order_of_their_inputs_each_with_an_id_of_its_own()
    {
        _chat.Generator.OnGenerate = (request, _) => ScriptedGenerator.Answer(
            GenerationFinish.EndOfGeneration, "re: " + _chat.Vocabulary.Show(request.Prompt.Span));
        var predictions = new List<Prediction<ChatResponse>>();
        await foreach (Prediction<ChatResponse> prediction in _chat.Predictor.PredictBatchAsync(
            Inputs(20), new PredictionOptions { PredictionId = Guid.NewGuid() }))
        {
            predictions.Add(prediction);
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"re: {i}"), predictions.Select(p => p.Value.Text));
        Assert.Equal(20, predictions.Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public async Task As_many_run_at_a_time_as_the_model_has_sequences()
    {
        var gates = Channel.CreateUnbounded<TaskCompletionSource>();
        _chat.Generator.OnGenerate = (_, _) => Gated(gates.Writer);
        IAsyncEnumerator<Prediction<ChatResponse>> answers = _chat.Predictor.PredictBatchAsync(Inputs(5)).GetAsyncEnumerator();
        Task<bool> first = answers.MoveNextAsync().AsTask();
        var waiting = new List<TaskCompletionSource>();
        for (int i = 0; i < 3; i++)
        {
            waiting.Add(await gates.Reader.ReadAsync());
        }

        Assert.False(gates.Reader.TryRead(out _));

        // The second to end waits for the first, whose turn it is.
        waiting[1].SetResult();
        Assert.False(first.IsCompleted);
        waiting[0].SetResult();
        Assert.True(await first);
        Assert.Equal(3, _chat.Generator.Requests.Count);
        waiting[2].SetResult();
        await answers.DisposeAsync();
    }

    [Fact]
    public async Task A_source_that_is_slow_does_not_hold_up_what_is_done()
    {
        var source = Channel.CreateUnbounded<ChatRequest>();
        source.Writer.TryWrite(new ChatRequest("0"));
        await using IAsyncEnumerator<Prediction<ChatResponse>> answers = _chat.Predictor
            .PredictBatchAsync(source.Reader.ReadAllAsync()).GetAsyncEnumerator();
        Assert.True(await answers.MoveNextAsync());
        source.Writer.Complete();
        Assert.False(await answers.MoveNextAsync());
    }

    [Fact]
    public async Task The_first_input_that_fails_ends_the_batch_and_says_which_it_is()
    {
        var delivered = new List<string>();
        var error = await Assert.ThrowsAsync<InvalidRequestException>(async () =>
        {
            await foreach (Prediction<ChatResponse> prediction in _chat.Predictor.PredictBatchAsync(Inputs(6, failing: 4)))
            {
                delivered.Add(prediction.Value.Text);
            }
        });
        Assert.Equal(4, error.Row);
        Assert.StartsWith("Input 4: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, delivered.Count);
    }

    [Fact]
    public async Task Leaving_the_batch_cancels_what_runs()
    {
        var cancelled = new TaskCompletionSource();
        _chat.Generator.OnGenerate = (request, token) => _chat.Vocabulary.Show(request.Prompt.Span) == "0"
            ? ScriptedGenerator.Answer(GenerationFinish.EndOfGeneration, "x")
            : UntilCancelled(cancelled, token);
        await foreach (Prediction<ChatResponse> prediction in _chat.Predictor.PredictBatchAsync(Inputs(2)))
        {
            Assert.Equal("x", prediction.Value.Text);
            break;
        }

        // Where the second had begun, it has ended.
        Assert.True(_chat.Generator.Requests.Count == 1 || cancelled.Task.IsCompleted);
    }

    private static async IAsyncEnumerable<ChatRequest> Inputs(int count, int failing = -1)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i == failing ? new ChatRequest([]) : new ChatRequest($"{i}");
        }
    }

    private static async IAsyncEnumerable<GenerationUpdate> Gated(ChannelWriter<TaskCompletionSource> gates)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gates.TryWrite(gate);
        await gate.Task;
        yield return new GenerationUpdate("x", GenerationFinish.EndOfGeneration);
    }

    private static async IAsyncEnumerable<GenerationUpdate> UntilCancelled(
        TaskCompletionSource cancelled, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = cancellationToken.Register(() => gate.SetCanceled(cancellationToken));
        try
        {
            await gate.Task;
        }
        finally
        {
            cancelled.TrySetResult();
        }

        yield return new GenerationUpdate("x", GenerationFinish.EndOfGeneration);
    }
}
