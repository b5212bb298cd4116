using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks that the attention weights are as many heads wide as the metadata says. llama.cpp compares those of some
/// architectures with the embedding instead, and asserts the heads' width when the context is made.</summary>
internal static class AttentionTensors
{
    // Weights of other names and widths.
    private static readonly FrozenSet<string> Compressed = FrozenSet.ToFrozenSet(["deepseek2", "minicpm3"]);

    // A gate for each query is in the same weights.
    private static readonly FrozenSet<string> Gated = FrozenSet.ToFrozenSet(["qwen3next", "qwen35", "qwen35moe"]);

    /// <summary>Checks the weights.</summary>
    /// <param name="context">The file, its hyperparameters checked.</param>
    public static void Check(GgufCheckContext context)
    {
        int layers = (int)context.RequireUInt32(context.Key("block_count"));
        IReadOnlyList<long>? heads = context.OptionalPerLayer(context.Key("attention.head_count"), layers);
        if (heads is null || heads[0] == 0 || Compressed.Contains(context.Architecture))
        {
            return;
        }

        IReadOnlyList<long> keyHeads = context.OptionalPerLayer(context.Key("attention.head_count_kv"), layers) ?? heads;
        long standard = context.RequireUInt32(context.Key("embedding_length")) / heads[0];
        long key = context.OptionalUInt32(context.Key("attention.key_length")) ?? standard;
        long value = context.OptionalUInt32(context.Key("attention.value_length")) ?? standard;
        long windowedKey = context.OptionalUInt32(context.Key("attention.key_length_swa")) ?? key;
        long windowedValue = context.OptionalUInt32(context.Key("attention.value_length_swa")) ?? value;
        int gates = Gated.Contains(context.Architecture) ? 2 : 1;

        // The fused weights' name stands for something else where there is no attention.
        bool[] recurrent = RecurrentLayers.Find(context, layers);
        bool everywhere = context.Architecture == "falcon-h1";
        for (int layer = 0; layer < layers; layer++)
        {
            if (recurrent[layer] && !everywhere)
            {
                continue;
            }

            string block = $"blk.{layer}.";
            long queries = heads[layer];
            long keys = keyHeads[layer];
            Require(context, block + "attn_q.weight", 1, gates * queries * key, gates * queries * windowedKey);
            Require(context, block + "attn_k.weight", 1, keys * key, keys * windowedKey);
            Require(context, block + "attn_v.weight", 1, keys * value, keys * windowedValue);
            Require(context, block + "attn_output.weight", 0, queries * value, queries * windowedValue);
            Require(
                context, block + "attn_qkv.weight", 1, gates * queries * key + keys * (key + value),
                gates * queries * windowedKey + keys * (windowedKey + windowedValue));
        }
    }

    private static void Require(GgufCheckContext context, string name, int dimension, long expected, long windowed)
    {
        if (context.Tensors.TryGetValue(name, out GgufTensor? tensor) && tensor.Dimensions.Count == 2)
        {
            long length = tensor.Dimensions[dimension];
            context.Require(
                length == expected || length == windowed,
                $"{name} is {string.Join(" x ", tensor.Dimensions)}, and a side of {expected} follows from the heads in the "
                + "metadata");
        }
    }
}
