using Microsoft.Extensions.AI;

namespace Inference.Sdk;

/// <summary>The input of a chat predictor: Microsoft.Extensions.AI's messages and options, carried together because both
/// change the answer.</summary>
/// <param name="Messages">The conversation so far.</param>
/// <param name="Options">Sampling, tools, response format; <see langword="null"/> for the model's defaults.</param>
public sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options = null)
{
    /// <summary>Makes a request of one user message.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="options">Sampling, tools, response format; <see langword="null"/> for the model's defaults.</param>
    public ChatRequest(string text, ChatOptions? options = null)
        : this([new ChatMessage(ChatRole.User, text)], options)
    {
    }
}
