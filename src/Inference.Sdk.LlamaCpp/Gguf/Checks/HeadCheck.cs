using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks that every layer with attention has the heads that its graph divides by and its weights are made for, and
/// that a model of layers of two kinds has both: llama.cpp asks the memory of a missing kind for its buffer.</summary>
internal static class HeadCheck
{
    // No attention at all.
    private static readonly FrozenSet<string> Recurrent = FrozenSet.ToFrozenSet(["mamba", "mamba2"]);

    private static readonly FrozenSet<string> Mixed =
        FrozenSet.ToFrozenSet(["granitehybrid", "lfm2", "lfm2moe", "qwen3next", "qwen35", "qwen35moe"]);

    // The weights of each layer are compared with its own number.
    private static readonly FrozenSet<string> MayDiffer = FrozenSet.ToFrozenSet(["gemma4"]);

    /// <summary>Checks the heads.</summary>
    /// <param name="context">The file, its intervals of layers checked.</param>
    /// <param name="layers">The number of layers.</param>
    public static void Check(GgufCheckContext context, int layers)
    {
        if (Recurrent.Contains(context.Architecture))
        {
            return;
        }

        string key = context.Key("attention.head_count");
        IReadOnlyList<long> heads = context.OptionalPerLayer(key, layers) ?? throw context.Error($"the metadata has no {key}");
        string sharedKey = context.Key("attention.head_count_kv");
        IReadOnlyList<long> shared = context.OptionalPerLayer(sharedKey, layers) ?? heads;
        if (Mixed.Contains(context.Architecture))
        {
            bool[] recurrent = RecurrentLayers.Find(context, layers);
            context.Require(
                recurrent.Contains(true) && recurrent.Contains(false),
                "all its layers are of one kind, and in this architecture there are layers with attention and without");
            shared = [.. shared.Where((_, layer) => !recurrent[layer])];
        }

        CheckAlike(context, key, heads);
        CheckAlike(context, sharedKey, shared);
    }

    private static void CheckAlike(GgufCheckContext context, string key, IReadOnlyList<long> counts)
    {
        context.Require(counts.All(count => count > 0), $"{key} leaves a layer without heads");
        context.Require(
            MayDiffer.Contains(context.Architecture) || counts.All(count => count == counts[0]),
            $"{key} differs between layers, and in this architecture it does not");
    }
}
