namespace Inference.Sdk;

/// <summary>A prompt is longer than the model's context.</summary>
public sealed class ContextOverflowException : InvalidRequestException
{
    /// <summary>Makes an error.</summary>
    /// <param name="tokens">The tokens of the prompt.</param>
    /// <param name="limit">The most tokens that fit.</param>
    /// <param name="isLeast">Whether <paramref name="tokens"/> is the least that it can be, of a prompt too long to be
    /// counted.</param>
    public ContextOverflowException(int tokens, int limit, bool isLeast = false)
        : base($"The prompt has {(isLeast ? "at least " : "")}{tokens} tokens and the context holds {limit}, at least one of "
            + "them for the answer. Shorten the conversation, or load the model with a larger context.")
    {
        Tokens = tokens;
        Limit = limit;
    }

    /// <summary>Gets the tokens of the prompt, or the least that it can have where it is far too long.</summary>
    public int Tokens { get; }

    /// <summary>Gets the most tokens that fit, the answer's included.</summary>
    public int Limit { get; }
}
