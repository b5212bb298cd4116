using Microsoft.Extensions.AI;

namespace Inference.Sdk;

/// <summary>Bridges chat predictors to Microsoft.Extensions.AI.</summary>
public static class ChatPredictorExtensions
{
    /// <summary>Shows a chat predictor, with its whole pipeline, as an <see cref="IChatClient"/>.</summary>
    /// <param name="predictor">The predictor. It is not disposed with the client.</param>
    /// <returns>The client. Responses and last updates carry their <see cref="PredictionReport"/> in
    /// <c>AdditionalProperties</c>.</returns>
    public static IChatClient AsChatClient(
        this IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> predictor)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        return new PredictorChatClient(predictor);
    }
}
