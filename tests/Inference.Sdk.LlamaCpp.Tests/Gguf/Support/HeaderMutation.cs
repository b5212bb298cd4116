using Inference.Sdk.LlamaCpp.Gguf;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

/// <summary>Changes to a header that leave it well formed: another value or type for something that llama.cpp reads,
/// another number format or shape for a tensor, or one the less.</summary>
internal static class HeaderMutation
{
    // What the architectures of TinyArchitecture read of their own keys, and all of them of the common ones.
    private static readonly string[] Keys =
    [
        "attention.head_count", "attention.head_count_kv", "attention.key_length", "attention.value_length",
        "attention.key_length_swa", "attention.value_length_swa", "attention.key_length_mla", "attention.value_length_mla",
        "attention.q_lora_rank", "attention.kv_lora_rank", "attention.recurrent_layers", "attention.shared_kv_layers",
        "attention.sliding_window", "attention.sliding_window_pattern", "attention.temperature_scale",
        "attention.temperature_length", "attention.scale", "block_count", "classifier.output_labels", "deepstack_mapping",
        "embedding_length", "embedding_length_out", "embedding_length_per_layer_input", "expert_count",
        "expert_feed_forward_length", "expert_gating_func", "expert_group_count", "expert_group_used_count",
        "expert_shared_count", "expert_shared_feed_forward_length", "expert_used_count", "expert_weights_norm",
        "expert_weights_scale", "feed_forward_length", "full_attention_interval", "interleave_moe_layer_step",
        "leading_dense_block_count", "nextn_predict_layers", "pooling_type", "rope.dimension_count",
        "rope.dimension_count_swa", "rope.dimension_sections", "rope.freq_base", "rope.freq_base_swa", "rope.scaling.factor",
        "rope.scaling.original_context_length", "rope.scaling.type", "rope.scaling.yarn_log_multiplier",
        "shortconv.l_cache", "ssm.conv_kernel", "ssm.dt_b_c_rms", "ssm.group_count", "ssm.inner_size", "ssm.state_size",
        "ssm.time_step_rank", "vocab_size",
    ];

    private static readonly uint[] Numbers = [0, 1, 2, 3, 4, 5, 8, 16, 24, 32, 64, 128, 4096, int.MaxValue, uint.MaxValue];

    private static readonly GgmlType[] Formats =
        [GgmlType.F16, GgmlType.BF16, GgmlType.Q8_0, GgmlType.Q4_0, GgmlType.MXFP4, GgmlType.I32];

    /// <summary>Changes a header.</summary>
    /// <returns>What was changed, in words.</returns>
    public static string Apply(GgufWriter writer, string architecture, Random random)
    {
        if (random.Next(4) > 0)
        {
            return ChangeValue(writer, $"{architecture}.{Keys[random.Next(Keys.Length)]}", random);
        }

        (string name, long[] shape) = writer.Tensors[random.Next(writer.Tensors.Count)];
        switch (random.Next(3))
        {
            case 0:
                writer.RemoveTensor(name);
                return $"without {name}";
            case 1:
                GgmlType format = Formats[random.Next(Formats.Length)];
                GgmlTypeLayout layout = GgmlTypeLayout.Find(format)!;
                if (shape[0] % layout.BlockLength == 0)
                {
                    long length = shape.Aggregate(1L, (product, side) => product * side);
                    writer.Tensor(name, format, new byte[length / layout.BlockLength * layout.BlockBytes], shape);
                }

                return $"{name} in {format}";
            default:
                long[] turned = [.. shape.Reverse()];
                writer.Tensor(name, new float[shape.Aggregate(1L, (product, side) => product * side)], turned);
                return $"{name} turned";
        }
    }

    private static string ChangeValue(GgufWriter writer, string key, Random random)
    {
        uint number = Numbers[random.Next(Numbers.Length)];
        int count = random.Next(3) == 0 ? random.Next(6) : TinyArchitecture.Layers;
        switch (random.Next(12))
        {
            case 0:
                writer.Remove(key);
                return $"without {key}";
            case 1:
                writer.Set(key, (int)number);
                return $"{key} = {(int)number}";
            case 2:
                writer.Set(key, (float)number);
                return $"{key} = {number}f";
            case 3:
                writer.Set(key, number > 1);
                return $"{key} = {number > 1}";
            case 4:
                writer.Set(key, "yarn");
                return $"{key} = yarn";
            case 5:
                writer.Set(key, Enumerable.Repeat(number, count).ToArray());
                return $"{key} = {count} times {number}";
            case 6:
                int[] integers = [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, 5))];
                writer.Set(key, integers);
                return $"{key} = {string.Join(' ', integers)}";
            case 7:
                writer.Set(key, Enumerable.Repeat(1f, count).ToArray());
                return $"{key} = {count} times 1f";
            case 8:
                writer.Set(key, Enumerable.Repeat("label", count).ToArray());
                return $"{key} = {count} texts";
            default:
                writer.Set(key, number);
                return $"{key} = {number}";
        }
    }
}
