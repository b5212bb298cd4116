using Microsoft.Extensions.AI;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Puts the report of a response on its last message too: of a response that is not streamed, that is all whose
/// properties Semantic Kernel shows, as the metadata of its message. The last update of a stream keeps its own.</summary>
internal sealed class ReportingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        if (response.Messages.Count > 0 && PredictionReport.TryGet(response, out PredictionReport? report))
        {
            // A copy: the message may be one that a middleware keeps.
            ChatMessage message = response.Messages[^1].Clone();
            message.AdditionalProperties = message.AdditionalProperties?.Clone() ?? [];
            message.AdditionalProperties[PredictionReport.PropertyName] = report;
            response.Messages[^1] = message;
        }

        return response;
    }
}
