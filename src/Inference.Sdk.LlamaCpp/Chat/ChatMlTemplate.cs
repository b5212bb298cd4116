namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>The template of models that bring none: ChatML, which most that were trained for chat at least understand.
/// It knows no tools.</summary>
internal static class ChatMlTemplate
{
    /// <summary>The source.</summary>
    public const string Source =
        """
        {%- for message in messages %}
            {{- '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}
        {%- endfor %}
        {%- if add_generation_prompt %}
            {{- '<|im_start|>assistant\n' }}
        {%- endif %}
        """;

    /// <summary>What ends the assistant's turn: a stop sequence where it is no token that ends a generation.</summary>
    public const string TurnEnd = "<|im_end|>";
}
