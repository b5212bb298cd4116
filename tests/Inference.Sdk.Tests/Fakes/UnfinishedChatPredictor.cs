using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.Tests.Fakes;

/// <summary>A chat engine's predictor that never comes to an end, and tells what it consumed until then.</summary>
internal sealed class UnfinishedChatPredictor(PredictionUsage spent)
    : IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>
{
    public PredictorMetadata Metadata { get; } = new()
    {
        Name = "engine's own",
        Kind = PredictorKind.LanguageModel,
        Model = Reports.Model,
    };

    public async ValueTask<Prediction<ChatResponse>> PredictAsync(
        ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in PredictStreamingAsync(input, options, cancellationToken))
        {
            Assert.NotEmpty(update.Text);
        }

        throw new InvalidOperationException("It came to an end.");
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
        try
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, "Hello");
            throw new EngineException("broken");
        }
        finally
        {
            options?.Unfinished?.Report(Reports.Of(options) with { Usage = spent });
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
