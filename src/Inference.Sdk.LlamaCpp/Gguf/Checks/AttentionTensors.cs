namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks that a layer's attention weights are as many heads wide as the metadata says of that layer. llama.cpp
/// compares them with the first layer's number, and asserts the layer's own when the context is made.</summary>
internal static class AttentionTensors
{
    /// <summary>Checks the weights, where the architecture's are laid out in the common way.</summary>
    /// <param name="context">The file, its hyperparameters checked.</param>
    public static void Check(GgufCheckContext context)
    {
        int layers = (int)context.RequireUInt32(context.Key("block_count"));
        IReadOnlyList<long>? heads = context.OptionalPerLayer(context.Key("attention.head_count"), layers);
        if (heads is null || heads[0] == 0 || !AttentionWidths.HasEqualWidths(context.Architecture))
        {
            return;
        }

        IReadOnlyList<long> keyHeads = context.OptionalPerLayer(context.Key("attention.head_count_kv"), layers) ?? heads;
        long embedding = context.RequireUInt32(context.Key("embedding_length"));
        long width = context.OptionalUInt32(context.Key("attention.key_length")) ?? embedding / heads[0];
        long windowed = context.OptionalUInt32(context.Key("attention.key_length_swa")) ?? width;

        // Layers of hybrid models use the name of the fused weights for something else.
        bool fused = !context.Tensors.Keys.Any(name => name.Contains(".ssm_", StringComparison.Ordinal));
        for (int layer = 0; layer < layers; layer++)
        {
            string block = $"blk.{layer}.";

            // Some architectures have a gate for each query in the same weights.
            Require(context, block + "attn_q.weight", heads[layer], width, windowed, 2);
            Require(context, block + "attn_k.weight", keyHeads[layer], width, windowed, 1);
            Require(context, block + "attn_v.weight", keyHeads[layer], width, windowed, 1);
            if (fused)
            {
                Require(context, block + "attn_qkv.weight", heads[layer] + 2 * keyHeads[layer], width, windowed, 1);
            }
        }
    }

    private static void Require(GgufCheckContext context, string name, long heads, long width, long windowed, int parts)
    {
        if (context.Tensors.TryGetValue(name, out GgufTensor? tensor) && tensor.Dimensions.Count == 2)
        {
            long rows = tensor.Dimensions[1];
            context.Require(
                rows == heads * width || rows == heads * windowed
                    || rows == heads * width * parts || rows == heads * windowed * parts,
                $"{name} has {rows} rows, and {heads} heads of {width} follow from the metadata");
        }
    }
}
