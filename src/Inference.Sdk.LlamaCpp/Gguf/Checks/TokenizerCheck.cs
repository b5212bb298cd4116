namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks what llama.cpp takes for granted about a vocabulary: it ends the process at duplicate tokens, missing
/// byte tokens or a missing begin token, in the middle of loading or of the first text.</summary>
internal static class TokenizerCheck
{
    private const string Prefix = "tokenizer.ggml.";
    private const string BytePair = "gpt2";
    private const string SentencePiece = "llama";
    private const string Gemma = "gemma4";
    private const string WordPiece = "bert";

    // The special tokens' keys; all of them are optional.
    private static readonly string[] SpecialTokens =
    [
        "bos", "eos", "eot", "eom", "unknown", "seperator", "padding", "mask", "cls",
        "fim_pre", "fim_suf", "fim_mid", "fim_pad", "fim_rep", "fim_sep", "prefix", "suffix", "middle",
    ];

    /// <summary>Checks a vocabulary.</summary>
    /// <param name="context">The file.</param>
    /// <returns>The number of tokens.</returns>
    public static int Check(GgufCheckContext context)
    {
        string model = context.RequireString(Prefix + "model");
        if (model is not (BytePair or SentencePiece or Gemma or WordPiece))
        {
            throw context.Error(
                $"its tokenizer is '{model}', and {BytePair}, {SentencePiece}, {Gemma} and {WordPiece} are supported",
                ModelLoadError.Unsupported);
        }

        context.OptionalString(Prefix + "pre");
        context.OptionalString("tokenizer.chat_template");
        var tokens = (GgufStringList)(context.OptionalList<string>(Prefix + "tokens", GgufValueType.String)
            ?? throw context.Error($"the metadata has no {Prefix}tokens"));
        context.Require(tokens.Count > 0, $"{Prefix}tokens is empty");
        HashSet<string> texts = CheckTexts(context, tokens);
        CheckParallel(context, context.OptionalList<float>(Prefix + "scores", GgufValueType.Float32), "scores", tokens.Count);
        CheckTypes(context, tokens);
        if (model is BytePair or Gemma)
        {
            CheckMerges(context);
        }

        if (model is SentencePiece or Gemma)
        {
            CheckByteTokens(context, texts);
        }

        CheckSpecialTokens(context, model, tokens.Count);
        return tokens.Count;
    }

    private static HashSet<string> CheckTexts(GgufCheckContext context, GgufStringList tokens)
    {
        var texts = new HashSet<string>(tokens.Count, StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            // llama.cpp gives an empty token this text.
            string text = tokens[i] is { Length: > 0 } given ? given : $"[EMPTY_{i}]";
            if (!texts.Add(text))
            {
                throw context.Error($"token {i} of {Prefix}tokens, '{text}', comes twice");
            }
        }

        return texts;
    }

    private static void CheckTypes(GgufCheckContext context, GgufStringList tokens)
    {
        const int Byte = 6;
        IReadOnlyList<int>? types = context.OptionalList<int>(Prefix + "token_type", GgufValueType.Int32);
        CheckParallel(context, types, "token_type", tokens.Count);
        for (int i = 0; types is not null && i < tokens.Count; i++)
        {
            if (types[i] == Byte && !IsByteToken(tokens[i]))
            {
                throw context.Error($"token {i}, '{tokens[i]}', is a byte token, and not <0x00> to <0xFF>");
            }
        }
    }

    private static void CheckParallel<T>(GgufCheckContext context, IReadOnlyList<T>? values, string name, int tokens) =>
        context.Require(
            values is null || values.Count == tokens, $"{Prefix}{name} has {values?.Count} elements for {tokens} tokens");

    private static void CheckMerges(GgufCheckContext context)
    {
        const string Key = Prefix + "merges";
        var merges = (GgufStringList)(context.OptionalList<string>(Key, GgufValueType.String)
            ?? throw context.Error($"the metadata has no {Key}"));
        for (int i = 0; i < merges.Count; i++)
        {
            // Two parts with a space between them; the first one may begin with a space itself.
            ReadOnlySpan<byte> merge = merges.GetUtf8(i);
            int space = merge.Length > 1 ? merge[1..].IndexOf((byte)' ') + 1 : 0;
            if (space == 0 || space == merge.Length - 1)
            {
                throw context.Error($"element {i} of {Key}, '{merges[i]}', is not two parts with a space between");
            }
        }
    }

    // Text that no token covers falls back to them, in native code that throws where one is missing.
    private static void CheckByteTokens(GgufCheckContext context, HashSet<string> texts)
    {
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            context.Require(texts.Contains($"<0x{value:X2}>"), $"{Prefix}tokens has no byte token <0x{value:X2}>");
        }
    }

    private static bool IsByteToken(string text) =>
        text.Length == 6 && text.StartsWith("<0x", StringComparison.Ordinal) && text[5] == '>'
        && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]);

    private static void CheckSpecialTokens(GgufCheckContext context, string model, int tokens)
    {
        foreach (string name in SpecialTokens)
        {
            string key = $"{Prefix}{name}_token_id";
            uint? id = context.OptionalUInt32(key);
            context.Require(!(id >= tokens), $"{key} is {id} of {tokens} tokens");
        }

        // llama.cpp's defaults, where the file names none.
        (int bos, int eos, int separator) = model switch
        {
            SentencePiece => (1, 2, -1),
            BytePair => (11, 11, -1),
            WordPiece => (101, -1, 102),
            _ => (-1, -1, -1),
        };
        bool? begins = context.OptionalBoolean(Prefix + "add_bos_token");
        string? split = context.OptionalString(Prefix + "pre");
        if (model == Gemma || (model == BytePair && split is ("gemma4" or "granite-embed-multi-311m")))
        {
            // Whatever the file says.
            begins = true;
        }
        else if (model == BytePair && split is ("glm4" or "chatglm-bpe"))
        {
            bos = -1;
            begins ??= false;
        }

        RequireSpecial(context, "bos", bos, tokens, begins ?? true);
        RequireSpecial(context, "eos", eos, tokens, context.OptionalBoolean(Prefix + "add_eos_token") ?? false);
        RequireSpecial(
            context, "seperator", separator, tokens,
            context.OptionalBoolean(Prefix + "add_sep_token") ?? model == WordPiece);
        context.OptionalBoolean(Prefix + "add_space_prefix");
        context.OptionalBoolean(Prefix + "remove_extra_whitespaces");
        context.OptionalList<int>(Prefix + "suppress_tokens", GgufValueType.Int32);
    }

    private static void RequireSpecial(GgufCheckContext context, string name, int fallback, int tokens, bool added)
    {
        string key = $"{Prefix}{name}_token_id";
        context.Require(
            !added || context.OptionalUInt32(key) is not null || (fallback >= 0 && fallback < tokens),
            $"texts get a token that {key} names, and it is missing");
    }
}
