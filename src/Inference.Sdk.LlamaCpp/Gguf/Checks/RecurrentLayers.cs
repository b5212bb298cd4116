namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Tells which layers keep a state instead of keys, as llama.cpp finds it out in each architecture.</summary>
internal static class RecurrentLayers
{
    /// <summary>Gets for each layer whether it keeps a state; needs an <see cref="IntervalCheck"/> before.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layers">The number of layers.</param>
    public static bool[] Find(GgufCheckContext context, int layers) => context.Architecture switch
    {
        "mamba" or "mamba2" or "falcon-h1" => [.. Enumerable.Repeat(true, layers)],
        "granitehybrid" or "lfm2" or "lfm2moe" => WithoutKeyHeads(context, layers),
        "qwen3next" or "qwen35" or "qwen35moe" => BetweenAttention(context, layers),
        _ => new bool[layers],
    };

    private static bool[] WithoutKeyHeads(GgufCheckContext context, int layers)
    {
        IReadOnlyList<long>? heads = context.OptionalPerLayer(context.Key("attention.head_count_kv"), layers);
        return heads is null ? new bool[layers] : [.. heads.Select(count => count == 0)];
    }

    private static bool[] BetweenAttention(GgufCheckContext context, int layers)
    {
        const uint Standard = 4;
        int drafts = (int)(context.OptionalUInt32(context.Key("nextn_predict_layers")) ?? 0);
        string key = context.Key("attention.recurrent_layers");
        uint interval = context.OptionalUInt32(context.Key("full_attention_interval")) ?? Standard;
        return context.OptionalPerLayer(key, layers) is { } told
            ? [.. told.Select(layer => layer != 0)]
            : [.. Enumerable.Range(0, layers).Select(layer => layer < layers - drafts && (layer + 1) % interval != 0)];
    }
}
