using System.Runtime.CompilerServices;
using System.Text.Json;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class AnswerTests
{
    private const string Call = """<tool_call>{"name": "price", "arguments": {"sqft": 900}}</tool_call>""";

    private readonly ChatHarness _chat = new();

    [Fact]
    public async Task Each_piece_is_an_update_and_the_last_one_carries_the_report()
    {
        var id = Guid.NewGuid();
        List<ChatResponseUpdate> updates = await CollectAsync(null, id);
        Assert.Equal(["Hello", " there", string.Empty], updates.Select(update => update.Text));
        Assert.All(updates, update =>
        {
            Assert.Equal(id.ToString(), update.ResponseId);
            Assert.Equal(id.ToString(), update.MessageId);
            Assert.Equal(ChatRole.Assistant, update.Role);
            Assert.Equal("Tiny", update.ModelId);
            Assert.Equal(_chat.Clock.GetUtcNow(), update.CreatedAt);
        });
        Assert.All(updates[..^1], update =>
        {
            Assert.Null(update.FinishReason);
            Assert.False(PredictionReport.TryGet(update, out _));
        });
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        UsageDetails usage = Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents)).Details;
        Assert.Equal((10, 4, 14, 3), (
            usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount));
        Assert.True(PredictionReport.TryGet(updates[^1], out PredictionReport? report));
        Assert.Equal(id, report.Id);
        Assert.Equal("Tiny", report.Model.Name);
        Assert.Equal(ScriptedGenerator.Usage, report.Usage);
        Assert.Equal(ScriptedGenerator.Timings, report.Timings);
    }

    [Fact]
    public async Task A_whole_answer_is_what_is_streamed()
    {
        Prediction<ChatResponse> prediction = await _chat.Predictor.PredictAsync(new ChatRequest("Hi"));
        Assert.Equal("Hello there", prediction.Value.Text);
        Assert.Equal(ChatFinishReason.Stop, prediction.Value.FinishReason);
        Assert.Equal(14, prediction.Value.Usage!.TotalTokenCount);
        Assert.Equal(10, prediction.Usage.InputTokens);
        Assert.Equal(7, prediction.Id.Version);
        Assert.True(PredictionReport.TryGet(prediction.Value, out PredictionReport? report));
        Assert.Same(prediction.Report, report);
    }

    [Fact]
    public async Task Only_an_answer_that_is_watched_is_streamed_to_the_predictor()
    {
        await _chat.AskAsync();
        Assert.False(_chat.LastRequest.Streams);
        await CollectAsync(null);
        Assert.True(_chat.LastRequest.Streams);
    }

    [Theory]
    [InlineData(GenerationFinish.EndOfGeneration, "stop")]
    [InlineData(GenerationFinish.StopSequence, "stop")]
    [InlineData(GenerationFinish.Length, "length")]
    public async Task The_reason_of_the_end_is_told(object finish, string expected)
    {
        _chat.AnswerWith((GenerationFinish)finish, "x");
        Assert.Equal(expected, (await _chat.AskAsync()).FinishReason?.Value);
    }

    [Fact]
    public async Task Calls_of_tools_are_contents_with_ids_of_their_own()
    {
        _chat.AnswerWith(GenerationFinish.EndOfGeneration, [.. $"Sure.\n{Call}\n{Call}".Select(c => c.ToString())]);
        ChatResponse response = await _chat.AskAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        Assert.Equal("Sure.", response.Text);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        FunctionCallContent[] calls = [.. response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()];
        Assert.Equal(2, calls.Length);
        Assert.NotEqual(calls[0].CallId, calls[1].CallId);
        Assert.Equal("price", calls[0].Name);
        Assert.Equal(900, ((JsonElement)calls[0].Arguments!["sqft"]!).GetInt32());
    }

    [Fact]
    public async Task A_call_that_is_cut_off_is_text_and_the_reason_is_length()
    {
        _chat.AnswerWith(GenerationFinish.Length, Call[..30]);
        ChatResponse response = await _chat.AskAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        Assert.Equal(Call[..30], response.Text);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
    }

    [Fact]
    public async Task A_call_with_damaged_arguments_is_text()
    {
        const string Damaged = """<tool_call>{"name": "price", "arguments": {oops}}</tool_call>""";
        _chat.AnswerWith(GenerationFinish.EndOfGeneration, Damaged);
        ChatResponse response = await _chat.AskAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        Assert.Equal(Damaged, Assert.IsType<TextContent>(Assert.Single(response.Messages[0].Contents)).Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task Where_one_call_is_allowed_the_answer_ends_with_it()
    {
        string open = Call.Replace("</tool_call>", string.Empty, StringComparison.Ordinal);
        _chat.Generator.OnGenerate = (_, _) => ScriptedGenerator.Stop("</tool_call>", "Sure. ", open);
        var options = new ChatOptions { Tools = [ChatHarness.Price], AllowMultipleToolCalls = false };
        ChatResponse response = await _chat.AskAsync(options);
        Assert.Equal(["</tool_call>"], _chat.LastRequest.StopSequences);
        Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task A_stop_sequence_of_the_request_does_not_end_a_call()
    {
        string open = Call.Replace("</tool_call>", string.Empty, StringComparison.Ordinal);
        _chat.Generator.OnGenerate = (_, _) => ScriptedGenerator.Stop("STOP", open);
        var options = new ChatOptions
        {
            Tools = [ChatHarness.Price],
            AllowMultipleToolCalls = false,
            StopSequences = ["STOP"],
        };
        ChatResponse response = await _chat.AskAsync(options);
        Assert.Equal(open, response.Text);
        Assert.Empty(response.Messages[0].Contents.OfType<FunctionCallContent>());
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Control_tokens_are_delivered_where_calls_are_marked_by_them(bool areControl)
    {
        string[] control = areControl ? ["<s>", "</s>", "<tool_call>", "</tool_call>"] : ["<s>", "</s>"];
        var chat = new ChatHarness(vocabulary: new ChatVocabulary(addsBegin: false, control));
        await chat.AskAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        Assert.Equal(areControl, chat.LastRequest.DeliverControlTokens);
        await chat.AskAsync();
        Assert.False(chat.LastRequest.DeliverControlTokens);
    }

    [Fact]
    public async Task The_arguments_of_a_call_bind_to_the_parameters_of_its_function()
    {
        _chat.AnswerWith(GenerationFinish.EndOfGeneration, Call);
        ChatResponse response = await _chat.AskAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        FunctionCallContent call = response.Messages[0].Contents.OfType<FunctionCallContent>().Single();
        object? result = await ChatHarness.Price.InvokeAsync(new AIFunctionArguments(call.Arguments));
        Assert.Equal(90000, ((JsonElement)result!).GetDouble());
    }

    [Fact]
    public async Task Cancellation_ends_the_answer()
    {
        using var cancel = new CancellationTokenSource();
        _chat.Generator.OnGenerate = (_, token) => Endless(cancellationToken: token);
        await using IAsyncEnumerator<ChatResponseUpdate> answer = _chat.Predictor
            .PredictStreamingAsync(new ChatRequest("Hi"), null, cancel.Token).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await answer.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _chat.Predictor.PredictAsync(new ChatRequest("Hi"), null, cancel.Token));
    }

    [Fact]
    public async Task Cancellation_ends_the_rendering_of_the_prompt()
    {
        using var cancel = new CancellationTokenSource();
        var request = new ChatRequest("Hi", new ChatOptions { Tools = [new CancellingFunction(cancel)] });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _chat.Predictor.PredictAsync(request, null, cancel.Token));
        Assert.Empty(_chat.Generator.Requests);
    }

    [Fact]
    public async Task Leaving_the_enumeration_ends_the_generation()
    {
        var ended = new TaskCompletionSource();
        _chat.Generator.OnGenerate = (_, _) => Endless(ended, CancellationToken.None);
        await foreach (ChatResponseUpdate update in _chat.Predictor.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            Assert.Equal("x", update.Text);
            break;
        }

        Assert.True(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task After_disposal_every_call_says_so()
    {
        IAsyncEnumerable<ChatResponseUpdate> before = _chat.Predictor.PredictStreamingAsync(new ChatRequest("Hi"));
        await _chat.Predictor.DisposeAsync();
        await _chat.Predictor.DisposeAsync();
        Assert.Equal(2, _chat.Generator.Disposals);
        Assert.Throws<ObjectDisposedException>(() => _chat.Predictor.PredictStreamingAsync(new ChatRequest("Hi")));
        Assert.Throws<ObjectDisposedException>(() => _chat.Predictor.PredictBatchAsync(Inputs()));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await _chat.Predictor.PredictAsync(new ChatRequest("Hi")));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await before.GetAsyncEnumerator().MoveNextAsync());

        static async IAsyncEnumerable<ChatRequest> Inputs()
        {
            await Task.Yield();
            yield return new ChatRequest("Hi");
        }
    }

    [Fact]
    public async Task The_predictor_is_a_chat_client_and_gives_itself_as_a_service()
    {
        IChatClient client = _chat.Predictor.AsChatClient();
        Assert.Equal("Hello there", (await client.GetResponseAsync("Hi")).Text);
        Assert.Same(_chat.Predictor, client.GetService(typeof(GgufPredictor)));
        Assert.Null(client.GetService(typeof(string)));
        Assert.Null(_chat.Predictor.GetService(typeof(GgufPredictor), "key"));
    }

    private async Task<List<ChatResponseUpdate>> CollectAsync(ChatOptions? options, Guid? id = null)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (ChatResponseUpdate update in _chat.Predictor.PredictStreamingAsync(
            new ChatRequest("Hi", options), new PredictionOptions { PredictionId = id }))
        {
            updates.Add(update);
        }

        return updates;
    }

    /// <summary>Cancels when the template's variables are made.</summary>
    private sealed class CancellingFunction(CancellationTokenSource cancel) : AIFunctionDeclaration
    {
        public override string Name => "f";

        public override JsonElement JsonSchema
        {
            get
            {
                cancel.Cancel();
                return ChatHarness.Price.JsonSchema;
            }
        }
    }

    private static async IAsyncEnumerable<GenerationUpdate> Endless(
        TaskCompletionSource? ended = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            while (true)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new GenerationUpdate("x");
            }
        }
        finally
        {
            ended?.SetResult();
        }
    }
}
