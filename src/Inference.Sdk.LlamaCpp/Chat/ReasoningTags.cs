namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>What a model writes around its reasoning, before its answer. Immutable, safe for concurrent use.</summary>
/// <param name="Begin">What begins it; some templates write it at the end of the prompt, and the model does not.</param>
/// <param name="End">What ends it.</param>
internal sealed record ReasoningTags(string Begin, string End)
{
    private static readonly ReasoningTags Think = new("<think>", "</think>");

    /// <summary>Finds the tags that a chat template knows: DeepSeek R1's, which Qwen 3, SmolLM 3, LFM 2.5 and others use.
    /// Some templates know only the end of them, where they take the reasoning out of earlier answers.</summary>
    /// <param name="template">The template's source.</param>
    /// <returns>The tags, or <see langword="null"/> where there are none.</returns>
    public static ReasoningTags? Detect(string template) =>
        template.Contains(Think.End, StringComparison.Ordinal) ? Think : null;

    /// <summary>Tells whether a prompt ends within reasoning, so that the answer begins with it.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>Whether it does.</returns>
    public bool AreOpenedBy(string prompt) => prompt.AsSpan().TrimEnd().EndsWith(Begin, StringComparison.Ordinal);
}
