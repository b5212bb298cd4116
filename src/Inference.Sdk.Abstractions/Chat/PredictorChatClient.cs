using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Inference.Sdk;

/// <summary>A chat predictor, seen as Microsoft.Extensions.AI sees a model.</summary>
/// <remarks>Disposing it does not dispose the predictor, which belongs to whoever made it.</remarks>
internal sealed class PredictorChatClient(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> predictor)
    : IChatClient
{
    private ChatClientMetadata? _metadata;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Prediction<ChatResponse> prediction = await predictor
            .PredictAsync(ToRequest(messages, options), null, cancellationToken).ConfigureAwait(false);
        ChatResponse response = prediction.Value;
        (response.AdditionalProperties ??= [])[PredictionReport.PropertyName] = prediction.Report;
        return response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatRequest request = ToRequest(messages, options);
        await foreach (ChatResponseUpdate update in predictor
            .PredictStreamingAsync(request, null, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is null && serviceType == typeof(ChatClientMetadata))
        {
            return _metadata ??= new ChatClientMetadata("inference.sdk", null, predictor.Metadata.Model.Name);
        }

        return serviceKey is null && serviceType.IsInstanceOfType(this)
            ? this
            : predictor.GetService(serviceType, serviceKey);
    }

    public void Dispose()
    {
        // The predictor belongs to whoever made it: the container, or the caller of AsChatClient.
    }

    private static ChatRequest ToRequest(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new ChatRequest(messages as IReadOnlyList<ChatMessage> ?? [.. messages], options);
    }
}
