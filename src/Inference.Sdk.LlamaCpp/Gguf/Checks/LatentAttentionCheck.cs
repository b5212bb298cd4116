namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the widths of attention over compressed keys (deepseek2, minicpm3): llama.cpp subtracts them from one
/// another, and writes rows of one width into a memory of another.</summary>
internal static class LatentAttentionCheck
{
    /// <summary>Checks the widths, where the architecture has such attention.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layers">The number of layers.</param>
    public static void Check(GgufCheckContext context, int layers)
    {
        if (context.Architecture is not ("deepseek2" or "minicpm3"))
        {
            return;
        }

        uint latent = Width(context, "attention.kv_lora_rank");
        uint rotated = Width(context, "rope.dimension_count");
        uint key = Width(context, "attention.key_length");
        uint? value = context.OptionalUInt32(context.Key("attention.value_length"));
        string headsKey = context.Key("attention.head_count");
        IReadOnlyList<long> heads =
            context.OptionalPerLayer(headsKey, layers) ?? throw context.Error($"the metadata has no {headsKey}");
        IReadOnlyList<long> keyHeads = context.OptionalPerLayer(context.Key("attention.head_count_kv"), layers) ?? heads;
        uint? whole = context.OptionalUInt32(context.Key("attention.key_length_mla"));
        uint? wholeValue = context.OptionalUInt32(context.Key("attention.value_length_mla"));
        bool compressed = context.Architecture == "deepseek2" && (whole > 0 || wholeValue > 0);
        if (compressed)
        {
            Require(context, "attention.key_length_mla", whole is not null && whole > rotated);
            Require(context, "attention.value_length_mla", wholeValue > 0);
            Require(context, "attention.key_length", key == latent + rotated);
            Require(context, "attention.value_length", value == latent);
            Require(context, "attention.head_count_kv", keyHeads.All(count => count == 1));
        }
        else
        {
            Require(context, "attention.key_length", key > rotated);
            Require(context, "attention.head_count_kv", keyHeads.SequenceEqual(heads));
        }
    }

    private static uint Width(GgufCheckContext context, string name)
    {
        const int Widest = 1 << 16;
        uint width = context.RequireUInt32(context.Key(name));
        context.Require(width is > 0 and <= Widest, $"{context.Key(name)} is {width}, and it is 1 to {Widest}");
        return width;
    }

    private static void Require(GgufCheckContext context, string name, bool fits) => context.Require(
        fits, $"{context.Key(name)} contradicts the other widths of an attention over compressed keys");
}
