namespace Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

/// <summary>Vocabularies of a few hundred tokens that cover every byte.</summary>
internal static class TinyVocabulary
{
    private const int Normal = 1;
    private const int Unknown = 2;
    private const int Control = 3;
    private const int Byte = 6;

    /// <summary>Makes a byte-level BPE vocabulary: a token per byte, some merges, control tokens of ChatML.</summary>
    public static (GgufWriter Writer, int Tokens) BytePair()
    {
        List<string> tokens = Enumerable.Range(0, 256).Select(ByteCharacter).ToList();
        var types = Enumerable.Repeat(Normal, 256).ToList();
        var merges = new List<string>();
        foreach ((string left, string right) in new[] { ("h", "e"), ("l", "l"), ("he", "ll"), ("hell", "o"), ("Ġ", "w"), ("o", "r") })
        {
            merges.Add($"{left} {right}");
            tokens.Add(left + right);
            types.Add(Normal);
        }

        foreach (string control in new[] { "<|endoftext|>", "<|im_start|>", "<|im_end|>" })
        {
            tokens.Add(control);
            types.Add(Control);
        }

        uint end = (uint)tokens.Count - 1;
        GgufWriter writer = new GgufWriter()
            .Set("tokenizer.ggml.model", "gpt2")
            .Set("tokenizer.ggml.pre", "qwen2")
            .Set("tokenizer.ggml.tokens", tokens)
            .Set("tokenizer.ggml.token_type", types)
            .Set("tokenizer.ggml.merges", merges)
            .Set("tokenizer.ggml.bos_token_id", end - 2)
            .Set("tokenizer.ggml.eos_token_id", end)
            .Set("tokenizer.ggml.add_bos_token", false)
            .Set("tokenizer.chat_template", TinyModel.ChatTemplate);
        return (writer, tokens.Count);
    }

    /// <summary>Makes a SentencePiece vocabulary: control tokens, a token per byte, some words.</summary>
    public static (GgufWriter Writer, int Tokens) SentencePiece()
    {
        List<string> tokens = ["<unk>", "<s>", "</s>"];
        List<int> types = [Unknown, Control, Control];
        List<float> scores = [0, 0, 0];
        for (int value = 0; value < 256; value++)
        {
            tokens.Add($"<0x{value:X2}>");
            types.Add(Byte);
            scores.Add(0);
        }

        foreach (string word in new[] { "▁", "h", "e", "l", "o", "he", "ll", "llo", "hello", "▁hello", "▁w", "ö" })
        {
            tokens.Add(word);
            types.Add(Normal);
            scores.Add(-tokens.Count);
        }

        GgufWriter writer = new GgufWriter()
            .Set("tokenizer.ggml.model", "llama")
            .Set("tokenizer.ggml.tokens", tokens)
            .Set("tokenizer.ggml.scores", scores)
            .Set("tokenizer.ggml.token_type", types)
            .Set("tokenizer.ggml.bos_token_id", 1u)
            .Set("tokenizer.ggml.eos_token_id", 2u)
            .Set("tokenizer.ggml.unknown_token_id", 0u)
            .Set("tokenizer.ggml.add_bos_token", true);
        return (writer, tokens.Count);
    }

    // GPT-2 writes bytes as printable characters: these as themselves, the others from U+0100 on, in order.
    private static string ByteCharacter(int value)
    {
        int others = 0;
        for (int other = 0; other < value; other++)
        {
            others += IsPrintable(other) ? 0 : 1;
        }

        return ((char)(IsPrintable(value) ? value : 0x100 + others)).ToString();
    }

    private static bool IsPrintable(int value) => value is (>= 0x21 and <= 0x7E) or (>= 0xA1 and <= 0xAC) or >= 0xAE;
}
