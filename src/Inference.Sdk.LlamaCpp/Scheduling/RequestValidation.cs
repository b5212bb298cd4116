namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>Checks a request before it is let near the loop.</summary>
internal static class RequestValidation
{
    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vocabularySize">The tokens that there are.</param>
    /// <param name="contextLength">The tokens that the context holds.</param>
    /// <exception cref="InvalidRequestException">Something is wrong with it.</exception>
    /// <exception cref="ContextOverflowException">The prompt leaves no room for an answer.</exception>
    public static void Check(GenerationRequest request, int vocabularySize, int contextLength)
    {
        ReadOnlySpan<int> prompt = request.Prompt.Span;
        if (prompt.IsEmpty)
        {
            throw new InvalidRequestException("The prompt has no tokens. Give at least one.", nameof(request.Prompt));
        }

        if (prompt.Length >= contextLength)
        {
            throw new ContextOverflowException(prompt.Length, contextLength);
        }

        for (int i = 0; i < prompt.Length; i++)
        {
            if ((uint)prompt[i] >= (uint)vocabularySize)
            {
                throw new InvalidRequestException(
                    $"Token {i} of the prompt is {prompt[i]}, and the model's tokens are 0 to {vocabularySize - 1}. Make the "
                    + "tokens with this model's own vocabulary.",
                    nameof(request.Prompt));
            }
        }

        if (request.MaxTokens is < 1)
        {
            throw new InvalidRequestException(
                $"MaxTokens is {request.MaxTokens}. Ask for at least one token, or for none in particular (null).",
                nameof(request.MaxTokens));
        }

        request.Sampling.Validate();
        CheckStopSequences(request.StopSequences);
    }

    private static void CheckStopSequences(IReadOnlyList<string> stopSequences)
    {
        for (int i = 0; i < stopSequences.Count; i++)
        {
            string stop = stopSequences[i];
            if (string.IsNullOrEmpty(stop))
            {
                throw new InvalidRequestException(
                    $"Stop sequence {i} is empty, and would end every generation before it begins. Leave it out.",
                    nameof(GenerationRequest.StopSequences));
            }

            if (!IsWellFormed(stop))
            {
                throw new InvalidRequestException(
                    $"Stop sequence {i} has half of a surrogate pair, which is no character and never generated. Give whole "
                    + "characters.",
                    nameof(GenerationRequest.StopSequences));
            }
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
