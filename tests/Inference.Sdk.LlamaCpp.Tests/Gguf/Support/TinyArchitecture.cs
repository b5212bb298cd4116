using System.Globalization;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

/// <summary>Models of several architectures with the same small sizes and zeros for weights: enough for llama.cpp to load
/// them and to compute a batch.</summary>
internal static class TinyArchitecture
{
    public const int Layers = 4;

    private const string Attention =
        "attn_norm.weight 64; attn_q.weight 64x64; attn_k.weight 64x32; attn_v.weight 64x32; attn_output.weight 64x64; ";

    private const string HeadNorms = "attn_q_norm.weight 16; attn_k_norm.weight 16; ";
    private const string Gated = "ffn_norm.weight 64; ffn_gate.weight 64x128; ffn_down.weight 128x64; ffn_up.weight 64x128; ";

    private const string Experts =
        "ffn_gate_inp.weight 64x4; ffn_gate_exps.weight 64x32x4; ffn_down_exps.weight 32x64x4; ffn_up_exps.weight 64x32x4; ";

    private const string SharedExpert = "ffn_gate_shexp.weight 64x32; ffn_down_shexp.weight 32x64; ffn_up_shexp.weight 64x32; ";
    private const string PostNorms = "post_attention_norm.weight 64; post_ffw_norm.weight 64; ";

    // The tensors of each layer; of the layers without and with attention, where there are two kinds.
    private static readonly Dictionary<string, string[]> LayerTensors = new()
    {
        ["qwen2"] = [Attention + Gated],
        ["qwen2vl"] = [Attention + Gated],
        ["phi3"] =
        [
            "attn_norm.weight 64; attn_qkv.weight 64x128; attn_output.weight 64x64; ffn_norm.weight 64; "
                + "ffn_down.weight 128x64; ffn_up.weight 64x256; ",
        ],
        ["gemma2"] = [Attention + Gated + PostNorms],
        ["gemma3"] = [Attention + Gated + PostNorms + HeadNorms],
        ["gemma4"] =
        [
            Attention + Gated + PostNorms + HeadNorms + "inp_gate.weight 64x16; proj.weight 16x64; post_norm.weight 64; ",
        ],
        ["qwen3moe"] = [Attention + HeadNorms + "ffn_norm.weight 64; " + Experts],
        ["llama4"] = [Attention + "ffn_norm.weight 64; " + Experts + SharedExpert],
        ["ernie4_5-moe"] = [Attention + "ffn_norm.weight 64; " + Experts],
        ["gpt-oss"] =
        [
            Attention + "post_attention_norm.weight 64; attn_sinks.weight 4; " + Experts
                + "attn_output.bias 64; ffn_gate_inp.bias 4; ffn_gate_exps.bias 32x4; ffn_down_exps.bias 64x4; "
                + "ffn_up_exps.bias 32x4; ",
        ],
        ["deepseek2"] =
        [
            "attn_norm.weight 64; attn_q_a_norm.weight 16; attn_kv_a_norm.weight 16; attn_q_a.weight 64x16; "
                + "attn_q_b.weight 16x96; attn_kv_a_mqa.weight 64x24; attn_k_b.weight 16x16x4; attn_v_b.weight 16x16x4; "
                + "attn_output.weight 64x64; ffn_norm.weight 64; " + Experts + SharedExpert,
        ],
        ["mamba"] =
        [
            "attn_norm.weight 64; ssm_in.weight 64x256; ssm_conv1d.weight 4x128; ssm_conv1d.bias 128; ssm_x.weight 128x40; "
                + "ssm_dt.weight 8x128; ssm_dt.bias 128; ssm_a 16x128; ssm_d 128; ssm_out.weight 128x64; ",
        ],
        ["lfm2"] =
        [
            "attn_norm.weight 64; shortconv.conv.weight 3x64; shortconv.in_proj.weight 64x192; "
                + "shortconv.out_proj.weight 64x64; " + Gated,
            Attention + HeadNorms + Gated,
        ],
        ["qwen35"] =
        [
            "attn_norm.weight 64; post_attention_norm.weight 64; attn_qkv.weight 64x128; attn_gate.weight 64x64; "
                + "ssm_conv1d.weight 4x128; ssm_dt.bias 4; ssm_a 4; ssm_beta.weight 64x4; ssm_alpha.weight 64x4; "
                + "ssm_norm.weight 16; ssm_out.weight 64x64; ffn_gate.weight 64x128; ffn_down.weight 128x64; "
                + "ffn_up.weight 64x128; ",
            "attn_norm.weight 64; post_attention_norm.weight 64; attn_q.weight 64x128; attn_k.weight 64x32; "
                + "attn_v.weight 64x32; attn_output.weight 64x64; " + HeadNorms + "ffn_gate.weight 64x128; "
                + "ffn_down.weight 128x64; ffn_up.weight 64x128; ",
        ],
    };

    /// <summary>Gets the architectures.</summary>
    public static IReadOnlyCollection<string> Names => LayerTensors.Keys;

    /// <summary>Makes a model.</summary>
    public static GgufWriter Make(string architecture)
    {
        (GgufWriter writer, int tokens) = TinyVocabulary.BytePair();
        string prefix = architecture + ".";
        writer.Set("general.architecture", architecture)
            .Set(prefix + "context_length", 1024u)
            .Set(prefix + "embedding_length", 64u)
            .Set(prefix + "block_count", (uint)Layers)
            .Set(prefix + "feed_forward_length", 128u)
            .Set(prefix + "attention.head_count", 4u)
            .Set(prefix + "attention.head_count_kv", 2u)
            .Set(prefix + "attention.layer_norm_rms_epsilon", 1e-5f);
        SetOwn(writer, architecture, prefix);
        Add(writer, "", $"token_embd.weight 64x{tokens}; {(architecture == "lfm2" ? "token_embd_norm" : "output_norm")}.weight 64");
        if (architecture is "gpt-oss")
        {
            Add(writer, "", $"output.weight 64x{tokens}");
        }
        else if (architecture is "gemma4")
        {
            Add(
                writer, "",
                $"per_layer_token_embd.weight 64x{tokens}; per_layer_model_proj.weight 64x64; per_layer_proj_norm.weight 16; "
                + "rope_freqs.weight 8");
        }

        string[] kinds = LayerTensors[architecture];
        for (int layer = 0; layer < Layers; layer++)
        {
            // The last one has attention; of lfm2, every second.
            bool second = layer == Layers - 1 || (architecture == "lfm2" && layer % 2 == 1);
            Add(writer, $"blk.{layer}.", kinds[second ? kinds.Length - 1 : 0]);
        }

        return writer;
    }

    private static void SetOwn(GgufWriter writer, string architecture, string prefix)
    {
        switch (architecture)
        {
            case "qwen2vl":
                writer.Set(prefix + "rope.dimension_sections", new[] { 2, 3, 3, 0 });
                break;
            case "gemma3":
                writer.Set(prefix + "attention.sliding_window", 8u);
                break;
            case "gemma4":
                writer.Set(prefix + "attention.sliding_window", 8u)
                    .Set(prefix + "attention.sliding_window_pattern", new[] { 1, 0, 1, 0 })
                    .Set(prefix + "attention.key_length_swa", 16u)
                    .Set(prefix + "attention.value_length_swa", 16u)
                    .Set(prefix + "embedding_length_per_layer_input", 16u);
                break;
            case "qwen3moe" or "llama4" or "ernie4_5-moe" or "gpt-oss" or "deepseek2":
                SetExperts(writer, architecture, prefix);
                break;
            case "mamba":
                SetState(writer.Set(prefix + "attention.head_count", 0u), prefix, inner: 128, rank: 8);
                break;
            case "lfm2":
                writer.Set(prefix + "attention.head_count_kv", new uint[] { 0, 2, 0, 2 }).Set(prefix + "shortconv.l_cache", 3u);
                break;
            case "qwen35":
                SetState(writer, prefix, inner: 64, rank: 4)
                    .Set(prefix + "ssm.group_count", 2u)
                    .Set(prefix + "rope.dimension_sections", new[] { 2, 3, 3, 0 });
                break;
        }
    }

    private static void SetExperts(GgufWriter writer, string architecture, string prefix)
    {
        writer.Set(prefix + "expert_count", 4u)
            .Set(prefix + "expert_used_count", 2u)
            .Set(prefix + "expert_feed_forward_length", 32u);
        switch (architecture)
        {
            case "llama4" or "ernie4_5-moe":
                writer.Set(prefix + "interleave_moe_layer_step", 1u);
                break;
            case "gpt-oss":
                writer.Set(prefix + "attention.sliding_window", 8u);
                break;
            case "deepseek2":
                writer.Set(prefix + "attention.head_count_kv", 1u)
                    .Set(prefix + "attention.q_lora_rank", 16u)
                    .Set(prefix + "attention.kv_lora_rank", 16u)
                    .Set(prefix + "attention.key_length", 24u)
                    .Set(prefix + "attention.value_length", 16u)
                    .Set(prefix + "attention.key_length_mla", 24u)
                    .Set(prefix + "attention.value_length_mla", 16u)
                    .Set(prefix + "rope.dimension_count", 8u)
                    .Set(prefix + "expert_shared_count", 1u);
                break;
        }
    }

    private static GgufWriter SetState(GgufWriter writer, string prefix, uint inner, uint rank) => writer
        .Set(prefix + "ssm.conv_kernel", 4u)
        .Set(prefix + "ssm.inner_size", inner)
        .Set(prefix + "ssm.state_size", 16u)
        .Set(prefix + "ssm.time_step_rank", rank);

    private static void Add(GgufWriter writer, string prefix, string tensors)
    {
        foreach (string tensor in tensors.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = tensor.Split(' ');
            long[] shape = [.. parts[1].Split('x').Select(length => long.Parse(length, CultureInfo.InvariantCulture))];
            writer.Tensor(prefix + parts[0], new float[shape.Aggregate(1L, (product, length) => product * length)], shape);
        }
    }
}
