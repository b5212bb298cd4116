using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the widths of attention heads: the graphs of most architectures assert that keys are as wide as values,
/// and of many that positions rotate the whole head, when the context is made.</summary>
internal static class AttentionWidths
{
    // By the assertions of llama.cpp's src/models, release b10361.
    private static readonly FrozenSet<string> KeysAsWideAsValues = FrozenSet.ToFrozenSet(
    [
        "afmoe", "apertus", "arcee", "arctic", "baichuan", "bailingmoe2", "bitnet", "bloom", "chameleon", "chatglm",
        "codeshell", "cogvlm", "cohere2", "cohere2moe", "command-r", "dbrx", "deci", "deepseek", "dots1", "dream",
        "ernie4_5", "ernie4_5-moe", "exaone", "falcon", "glm4", "glm4moe", "gpt2", "gptneox", "granite",
        "granitehybrid", "granitemoe", "grok", "grovemoe", "hunyuan-dense", "hunyuan-moe", "hunyuan_vl", "hy_v3",
        "internlm2", "jais", "jais2", "laguna", "llada", "llada-moe", "llama", "llama4", "maincoder", "mellum",
        "minicpm", "minimax-m2", "minimax-m3", "mistral3", "mpt", "nanbeige", "nemotron", "nemotron_h",
        "nemotron_h_moe", "olmo", "olmo2", "olmoe", "openelm", "orion", "paddleocr", "pangu-embedded", "phi2", "phi3",
        "phimoe", "plamo", "qwen", "qwen2", "qwen2moe", "qwen2vl", "qwen3", "qwen35", "qwen35moe", "qwen3moe",
        "qwen3next", "qwen3vl", "qwen3vlmoe", "refact", "rnd1", "seed_oss", "smallthinker", "smollm3", "stablelm",
        "starcoder", "starcoder2", "xverse",
    ]);

    private static readonly FrozenSet<string> RotateTheWholeHead = FrozenSet.ToFrozenSet(
    [
        "apertus", "arcee", "arctic", "baichuan", "chameleon", "codeshell", "cogvlm", "cohere2moe", "dbrx", "deci",
        "deepseek", "dots1", "dream", "ernie4_5", "ernie4_5-moe", "exaone", "exaone-moe", "exaone4", "falcon",
        "granite", "granitemoe", "grok", "grovemoe", "hunyuan-dense", "hunyuan-moe", "hunyuan_vl", "hy_v3",
        "internlm2", "jais2", "llada", "llada-moe", "llama", "llama4", "maincoder", "mellum", "minicpm", "mistral3",
        "olmo", "olmo2", "olmoe", "orion", "paddleocr", "pangu-embedded", "plamo", "qwen2", "qwen2moe", "qwen2vl",
        "qwen3", "qwen3moe", "qwen3vl", "qwen3vlmoe", "rnd1", "seed_oss", "smallthinker", "smollm3", "starcoder2",
        "xverse",
    ]);

    /// <summary>Tells whether an architecture's keys are as wide as its values.</summary>
    public static bool HasEqualWidths(string architecture) => KeysAsWideAsValues.Contains(architecture);

    /// <summary>Checks the widths.</summary>
    /// <param name="context">The file.</param>
    /// <param name="standard">The width that follows from the embedding and the number of heads.</param>
    public static void Check(GgufCheckContext context, uint standard)
    {
        uint key = Width(context, "attention.key_length", standard);
        uint value = Width(context, "attention.value_length", standard);
        Require(context, key, value, context.OptionalUInt32(context.Key("rope.dimension_count")) ?? key, "");

        // Layers with a sliding window may have widths of their own.
        key = Width(context, "attention.key_length_swa", key);
        value = Width(context, "attention.value_length_swa", value);
        uint rotated = context.OptionalUInt32(context.Key("rope.dimension_count")) ?? key;
        Require(context, key, value, context.OptionalUInt32(context.Key("rope.dimension_count_swa")) ?? rotated, "_swa");
    }

    private static uint Width(GgufCheckContext context, string name, uint fallback)
    {
        const int Widest = 1 << 16;
        uint width = context.OptionalUInt32(context.Key(name)) ?? fallback;
        context.Require(width is > 0 and <= Widest, $"{context.Key(name)} is {width}, and it is 1 to {Widest}");
        return width;
    }

    private static void Require(GgufCheckContext context, uint key, uint value, uint rotated, string suffix)
    {
        context.Require(
            key == value || !HasEqualWidths(context.Architecture),
            $"{context.Key("attention.key_length" + suffix)} is {key} and {context.Key("attention.value_length" + suffix)} is "
            + $"{value}, and they are the same in this architecture");
        context.Require(
            rotated % 2 == 0 && rotated <= key,
            $"{context.Key("rope.dimension_count" + suffix)} is {rotated}, and it is even and at most the head's {key}");
        context.Require(
            rotated == key || !RotateTheWholeHead.Contains(context.Architecture),
            $"{context.Key("rope.dimension_count" + suffix)} is {rotated}, and it is the head's {key} in this architecture");
    }
}
