using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.Tests.Fakes;

/// <summary>A chat engine's predictor, which says what it is told to.</summary>
internal sealed class FakeChatPredictor : IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>
{
    public PredictorMetadata Metadata { get; init; } = new()
    {
        Name = "engine's own",
        Kind = PredictorKind.LanguageModel,
        Model = Reports.Model,
    };

    public string[] Pieces { get; init; } = ["Hello", " world"];

    public ChatFinishReason FinishReason { get; init; } = ChatFinishReason.Stop;

    public Func<PredictionOptions?, PredictionReport> Report { get; init; } = options => Reports.Of(options) with
    {
        Usage = new PredictionUsage
        {
            InputTokens = 7,
            OutputTokens = 3,
            CachedInputTokens = 2,
            ProcessorTime = TimeSpan.FromSeconds(2),
        },
        Timings = new PredictionTimings
        {
            Queue = TimeSpan.FromSeconds(0.25),
            Decode = TimeSpan.FromSeconds(1),
            TimeToFirstToken = TimeSpan.FromSeconds(0.5),
        },
    };

    /// <summary>Gets what happens before the piece of that position; after the last, before the end.</summary>
    public Func<int, CancellationToken, ValueTask> Before { get; init; } = (_, _) => ValueTask.CompletedTask;

    public Action OnDispose { get; init; } = () => { };

    public async ValueTask<Prediction<ChatResponse>> PredictAsync(
        ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Before(0, cancellationToken);
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(Pieces)))
        {
            FinishReason = FinishReason,
        };
        return new Prediction<ChatResponse>(response, Report(options));
    }

    public IAsyncEnumerable<Prediction<ChatResponse>> PredictBatchAsync(
        IAsyncEnumerable<ChatRequest> inputs,
        PredictionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        PredictorBatch.SequentialAsync(this, inputs, options, cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
        ChatRequest input,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < Pieces.Length; i++)
        {
            await Before(i, cancellationToken);
            yield return new ChatResponseUpdate(ChatRole.Assistant, Pieces[i]);
        }

        await Before(Pieces.Length, cancellationToken);
        yield return new ChatResponseUpdate
        {
            FinishReason = FinishReason,
            AdditionalProperties = new() { [PredictionReport.PropertyName] = Report(options) },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public ValueTask DisposeAsync()
    {
        OnDispose();
        return ValueTask.CompletedTask;
    }
}
