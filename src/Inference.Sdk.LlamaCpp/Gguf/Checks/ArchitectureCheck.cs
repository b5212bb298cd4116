using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks that a file is of an architecture whose way from the header to the first decode was gone through.
/// llama.cpp knows more, and each of them trusts its file in ways of its own: an assertion that fails on what a file says
/// ends the process, so what was not gone through does not get that far.</summary>
internal static class ArchitectureCheck
{
    // The assertions, divisions and unchecked tensors of llama.cpp's src/models, release b10361, have their counterpart in
    // these checks for the ones below; the others (encoders, drafts, vision, audio, diffusion, rare or brand-new ones) do not.
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "arcee", "baichuan", "bloom", "chatglm", "cohere2", "command-r", "deepseek", "deepseek2", "dots1", "ernie4_5",
        "ernie4_5-moe", "exaone", "exaone4", "falcon", "falcon-h1", "gemma", "gemma2", "gemma3", "gemma3n", "gemma4",
        "glm4", "glm4moe", "gpt-oss", "gpt2", "gptneox", "granite", "granitehybrid", "granitemoe", "hunyuan-dense",
        "hunyuan-moe", "internlm2", "lfm2", "lfm2moe", "llama", "llama4", "mamba", "mamba2", "minicpm", "minicpm3",
        "mistral3", "nemotron", "olmo", "olmo2", "olmoe", "orion", "phi2", "phi3", "phimoe", "qwen", "qwen2",
        "qwen2moe", "qwen2vl", "qwen3", "qwen35", "qwen35moe", "qwen3moe", "qwen3next", "qwen3vl", "qwen3vlmoe",
        "seed_oss", "smollm3", "stablelm", "starcoder", "starcoder2",
    ]);

    /// <summary>Checks the architecture.</summary>
    /// <param name="context">The file.</param>
    public static void Check(GgufCheckContext context)
    {
        if (!Known.Contains(context.Architecture))
        {
            throw context.Error(
                $"its architecture is '{context.Architecture}', which is not among those whose files can be checked before "
                + $"llama.cpp trusts them: {string.Join(", ", Known.Order(StringComparer.Ordinal))}",
                ModelLoadError.Unsupported);
        }
    }
}
