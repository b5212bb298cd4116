using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the widths of attention heads: the graphs of most architectures assert that keys are as wide as values,
/// and of many that positions rotate the whole head, when the context is made.</summary>
internal static class AttentionWidths
{
    // By the assertions of llama.cpp's src/models, release b10361.
    private static readonly FrozenSet<string> KeysAsWideAsValues = FrozenSet.ToFrozenSet(
    [
        "arcee", "baichuan", "bloom", "chatglm", "cohere2", "command-r", "deepseek", "dots1", "ernie4_5",
        "ernie4_5-moe", "exaone", "exaone4", "falcon", "gemma4", "glm4", "glm4moe", "gpt-oss", "gpt2", "gptneox",
        "granite", "granitehybrid", "granitemoe", "hunyuan-dense", "hunyuan-moe", "internlm2", "llama", "llama4",
        "minicpm", "mistral3", "nemotron", "olmo", "olmo2", "olmoe", "orion", "phi2", "phi3", "phimoe", "qwen",
        "qwen2", "qwen2moe", "qwen2vl", "qwen3", "qwen35", "qwen35moe", "qwen3moe", "qwen3next", "qwen3vl",
        "qwen3vlmoe", "seed_oss", "smollm3", "stablelm", "starcoder", "starcoder2",
    ]);

    private static readonly FrozenSet<string> RotateTheWholeHead = FrozenSet.ToFrozenSet(
    [
        "arcee", "baichuan", "deepseek", "dots1", "ernie4_5", "ernie4_5-moe", "exaone", "exaone4", "falcon",
        "granite", "granitemoe", "hunyuan-dense", "hunyuan-moe", "internlm2", "llama", "llama4", "minicpm",
        "mistral3", "olmo", "olmo2", "olmoe", "orion", "qwen2", "qwen2moe", "qwen2vl", "qwen3", "qwen3moe", "qwen3vl",
        "qwen3vlmoe", "seed_oss", "smollm3", "starcoder2",
    ]);

    /// <summary>Checks the widths.</summary>
    /// <param name="context">The file.</param>
    /// <param name="standard">The width that follows from the embedding and the number of heads.</param>
    /// <returns>The width of a head's keys.</returns>
    public static uint Check(GgufCheckContext context, uint standard)
    {
        uint key = Width(context, "attention.key_length", standard);
        uint value = Width(context, "attention.value_length", standard);
        Require(context, key, value, context.OptionalUInt32(context.Key("rope.dimension_count")) ?? key, "");
        (uint width, uint wholeValue) = (key, value);

        // Layers with a sliding window may have widths of their own; most graphs take those of the first layer for all.
        key = Width(context, "attention.key_length_swa", key);
        value = Width(context, "attention.value_length_swa", value);
        uint rotated = context.OptionalUInt32(context.Key("rope.dimension_count")) ?? key;
        Require(context, key, value, context.OptionalUInt32(context.Key("rope.dimension_count_swa")) ?? rotated, "_swa");
        context.Require(
            (key == width && value == wholeValue) || context.Architecture == "gemma4",
            $"{context.Key("attention.key_length_swa")} is {key} and {context.Key("attention.key_length")} is {width}, and they "
            + "are the same in this architecture, as those of values are");
        return width;
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
            key == value || !KeysAsWideAsValues.Contains(context.Architecture),
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
