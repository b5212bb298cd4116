namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the numbers that say which layers are of another kind than their neighbours: llama.cpp divides by some,
/// and counts with the others below zero.</summary>
internal static class IntervalCheck
{
    /// <summary>Checks the numbers.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layers">The number of layers.</param>
    public static void Check(GgufCheckContext context, int layers)
    {
        InRange(context, "full_attention_interval", 1, ushort.MaxValue);
        InRange(context, "moe_every_n_layers", 0, ushort.MaxValue);

        // Of llama4 0 means that no layer has experts.
        InRange(context, "interleave_moe_layer_step", context.Architecture == "llama4" ? 0u : 1u, ushort.MaxValue);
        InRange(context, "leading_dense_block_count", 0, (uint)layers);

        // The first layers that take more of an image; the last one of all has rows for the wanted tokens only.
        InRange(context, "n_deepstack_layers", 0, (uint)layers - 1);
    }

    private static void InRange(GgufCheckContext context, string name, uint least, uint most)
    {
        uint? value = context.OptionalUInt32(context.Key(name));
        context.Require(
            value is null || (value >= least && value <= most), $"{context.Key(name)} is {value}, and it is {least} to {most}");
    }
}
