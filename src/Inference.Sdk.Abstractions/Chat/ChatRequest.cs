using Microsoft.Extensions.AI;

namespace Inference.Sdk;

/// <summary>The input of a chat predictor: Microsoft.Extensions.AI's messages and options, carried together because both
/// change the answer.</summary>
/// <param name="Messages">The conversation so far.</param>
/// <param name="Options">Sampling, tools, response format; <see langword="null"/> for the model's defaults.</param>
public sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
{
    /// <summary>Makes a request with the model's defaults.</summary>
    /// <param name="messages">The conversation so far.</param>
    public ChatRequest(IReadOnlyList<ChatMessage> messages)
        : this(messages, null)
    {
    }

    /// <summary>Makes a request of one user message.</summary>
    /// <param name="text">What the user says.</param>
    public ChatRequest(string text)
        : this(text, null)
    {
    }

    /// <summary>Makes a request of one user message.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="options">Sampling, tools, response format; <see langword="null"/> for the model's defaults.</param>
    public ChatRequest(string text, ChatOptions? options)
        : this([new ChatMessage(ChatRole.User, text)], options)
    {
    }
}
