using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp;

/// <summary>The keys that GGUF models understand in <see cref="ChatOptions.AdditionalProperties"/>. Others are
/// refused.</summary>
public static class GgufChatProperties
{
    /// <summary>The least probability of a token that may be chosen, as a fraction of the most likely token's: a number
    /// from 0, for no limit, to 1.</summary>
    public const string MinP = "min_p";

    /// <summary>Further variables of the chat template, such as <c>enable_thinking</c>: a JSON object
    /// (<see cref="System.Text.Json.JsonElement"/>) or a dictionary of text to values. Their texts are a part of the
    /// template, control tokens included: never pass on what a user wrote.</summary>
    public const string TemplateVariables = "chat_template_kwargs";
}
