using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A language model that answers by a script, which remembers what it was asked.</summary>
/// <param name="name">The predictor's name.</param>
/// <param name="script">Answers a request.</param>
internal sealed class FakeChatPredictor(string name, Func<ChatRequest, ChatMessage> script)
    : IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>, IFake
{
    public List<ChatRequest> Requests { get; } = [];

    public int StreamedRequests { get; private set; }

    public PredictorMetadata Metadata { get; } = new()
    {
        Name = name,
        Kind = PredictorKind.LanguageModel,
        Model = new ModelIdentity { Name = $"{name}-model" },
    };

    /// <summary>A model that calls the house price function where the last message is no result of it, and then repeats
    /// the result.</summary>
    /// <param name="arguments">The arguments of its call, a JSON object.</param>
    public static FakeChatPredictor Calling(string arguments) => new(
        "assistant",
        request => LastResult(request) is { } result
            ? new ChatMessage(ChatRole.Assistant, $"The tool says {result.Result}.")
            : Call(arguments));

    public static ChatMessage Call(string arguments) => new(
        ChatRole.Assistant,
        [
            new FunctionCallContent(
                "call_1",
                "predict_house_price",
                JsonElement.Parse(arguments).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value)),
        ]);

    public static FunctionResultContent? LastResult(ChatRequest request) =>
        request.Messages[^1].Contents.OfType<FunctionResultContent>().LastOrDefault();

    public void AddTo(IInferenceBuilder builder) => builder.AddStreamingPredictor(
        Metadata.Name, _ => new FakeSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>(this));

    public ValueTask<Prediction<ChatResponse>> PredictAsync(
        ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        PredictionReport report = Report();
        return ValueTask.FromResult(new Prediction<ChatResponse>(Answer(input), report));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
        ChatRequest input,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StreamedRequests++;
        ChatResponse response = Answer(input);
        foreach (AIContent content in response.Messages[0].Contents)
        {
            // A text comes in two pieces, as a model's does.
            AIContent[] pieces = content is TextContent { Text: var text }
                ? [new TextContent(text[..(text.Length / 2)]), new TextContent(text[(text.Length / 2)..])]
                : [content];
            foreach (AIContent piece in pieces)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new ChatResponseUpdate(ChatRole.Assistant, [piece]) { ResponseId = response.ResponseId };
            }
        }

        yield return new ChatResponseUpdate
        {
            FinishReason = response.FinishReason,
            ResponseId = response.ResponseId,
            AdditionalProperties = new() { [PredictionReport.PropertyName] = Report() },
        };
    }

    public async IAsyncEnumerable<Prediction<ChatResponse>> PredictBatchAsync(
        IAsyncEnumerable<ChatRequest> inputs,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatRequest input in inputs.WithCancellation(cancellationToken))
        {
            yield return await PredictAsync(input, options, cancellationToken);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ChatResponse Answer(ChatRequest request)
    {
        Requests.Add(new ChatRequest([.. request.Messages], request.Options));
        ChatMessage message = script(request);
        bool calls = message.Contents.OfType<FunctionCallContent>().Any();
        return new ChatResponse(message)
        {
            ResponseId = $"response-{Requests.Count}",
            FinishReason = calls ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        };
    }

    private PredictionReport Report() => new() { Id = Guid.NewGuid(), Model = Metadata.Model };
}
