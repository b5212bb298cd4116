namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the sizes that llama.cpp computes with before it can compare them with the weights: it ends the process
/// at a division that leaves a rest, a rotation wider than a head, too many layers or experts.</summary>
internal static class HyperparameterCheck
{
    // LLAMA_MAX_LAYERS.
    private const int MaxLayers = 512;
    private const int MaxDimension = 1 << 24;
    private const int MaxContext = 1 << 30;

    /// <summary>Checks the hyperparameters.</summary>
    /// <param name="context">The file.</param>
    /// <returns>The length of the embedding vectors.</returns>
    public static long Check(GgufCheckContext context)
    {
        InRange(context, "context_length", context.RequireUInt32(context.Key("context_length")), 1, MaxContext);
        uint embedding = context.RequireUInt32(context.Key("embedding_length"));
        InRange(context, "embedding_length", embedding, 1, MaxDimension);
        uint layers = context.RequireUInt32(context.Key("block_count"));
        InRange(context, "block_count", layers, 1, MaxLayers);
        InRange(context, "nextn_predict_layers", context.OptionalUInt32(context.Key("nextn_predict_layers")), 0, layers - 1);
        CheckPerLayer(context, "feed_forward_length", (int)layers, 0, MaxDimension);
        ArrayCheck.Check(context, CheckAttention(context, embedding, (int)layers));
        IntervalCheck.Check(context, (int)layers);
        HeadCheck.Check(context, (int)layers);
        LatentAttentionCheck.Check(context, (int)layers);
        SlidingWindowCheck.Check(context, (int)layers);
        StateSpaceCheck.Check(context, embedding);
        ExpertCheck.Check(context);
        TemperatureCheck.Check(context);
        CheckFloats(context);
        CheckRope(context);
        if (context.OptionalBoolean(context.Key("attention.causal")) == false)
        {
            throw context.Error("its attention looks ahead, so it cannot generate text", ModelLoadError.Unsupported);
        }

        InRange(context, "pooling_type", context.OptionalUInt32(context.Key("pooling_type")), 0, 4);
        return embedding;
    }

    private static uint CheckAttention(GgufCheckContext context, uint embedding, int layers)
    {
        IReadOnlyList<long>? heads = CheckPerLayer(context, "attention.head_count", layers, 0, embedding);
        IReadOnlyList<long>? sharedHeads = CheckPerLayer(context, "attention.head_count_kv", layers, 0, embedding);
        for (int layer = 0; heads is not null && layer < layers; layer++)
        {
            long keyHeads = sharedHeads?[layer] ?? heads[layer];
            context.Require(
                keyHeads == 0 || heads[layer] % keyHeads == 0,
                $"layer {layer} has {heads[layer]} attention heads, which {keyHeads} key heads do not divide");
        }

        long first = heads?[0] ?? 0;
        if (first == 0)
        {
            return 0;
        }

        context.Require(
            embedding % first == 0
                || (context.OptionalUInt32(context.Key("attention.key_length")) is not null
                    && context.OptionalUInt32(context.Key("attention.value_length")) is not null),
            $"{first} attention heads do not divide an embedding of {embedding}");
        return AttentionWidths.Check(context, (uint)(embedding / first));
    }

    private static void CheckFloats(GgufCheckContext context)
    {
        foreach (string name in new[] { "attention.layer_norm_rms_epsilon", "attention.layer_norm_epsilon" })
        {
            float? epsilon = context.OptionalFloat(context.Key(name));
            context.Require(epsilon is null or >= 0, $"{context.Key(name)} is {epsilon}, and it is 0 or more");
        }

        foreach (string name in new[]
        {
            "rope.freq_base", "rope.scaling.factor", "rope.scale_linear", "rope.scaling.attn_factor", "attention.scale",
            "logit_scale", "residual_scale", "embedding_scale",
        })
        {
            context.OptionalFloat(context.Key(name));
        }
    }

    private static void CheckRope(GgufCheckContext context)
    {
        string key = context.Key("rope.scaling.type");
        context.Require(
            context.OptionalString(key) is null or "none" or "linear" or "yarn" or "longrope",
            $"{key} is '{context.OptionalString(key)}', and none, linear, yarn and longrope are known");
        InRange(
            context, "rope.scaling.original_context_length",
            context.OptionalUInt32(context.Key("rope.scaling.original_context_length")), 1, MaxContext);
        context.OptionalBoolean(context.Key("rope.scaling.finetuned"));
    }

    private static IReadOnlyList<long>? CheckPerLayer(GgufCheckContext context, string name, int layers, long least, long most)
    {
        IReadOnlyList<long>? numbers = context.OptionalPerLayer(context.Key(name), layers);
        foreach (long number in numbers ?? [])
        {
            InRange(context, name, number, least, most);
        }

        return numbers;
    }

    private static void InRange(GgufCheckContext context, string name, long? value, long least, long most) =>
        context.Require(
            value is null || (value >= least && value <= most),
            $"{context.Key(name)} is {value}, and it is {least} to {most}");
}
