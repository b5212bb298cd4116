using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

/// <summary>What single architectures take for granted; llama.cpp ends the process at each of these headers.</summary>
public sealed class GgufArchitectureTests
{
    public static TheoryData<string> Architectures => [.. TinyArchitecture.Names];

    [Theory]
    [InlineData("gemma4-assistant")]
    [InlineData("bert")]
    [InlineData("t5")]
    [InlineData("clip")]
    [InlineData("nonesuch")]
    public void What_was_not_gone_through_is_unsupported(string architecture)
    {
        ModelLoadException error = Fails(
            TinyModel.BytePair().Set("general.architecture", architecture), $"its architecture is '{architecture}'");

        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("qwen3moe", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Labels_are_texts(string architecture)
    {
        string key = architecture + ".classifier.output_labels";
        foreach (GgufWriter writer in new[]
        {
            TinyArchitecture.Make(architecture).Set(key, new[] { 1 }),
            TinyArchitecture.Make(architecture).Set(key, new[] { 1u }),
            TinyArchitecture.Make(architecture).Set(key, new[] { 1f }),
        })
        {
            Fails(writer, $"{key} is an array of");
        }

        Check(TinyArchitecture.Make(architecture).Set(key, ["yes", "no"]));
    }

    [Theory]
    [InlineData("gemma2", "attention.sliding_window_pattern", 1u, "so that no layer has the window")]
    [InlineData("gemma3", "attention.sliding_window_pattern", 1u, "so that no layer has the window")]
    [InlineData("gpt-oss", "attention.sliding_window_pattern", 1u, "so that no layer has the window")]
    [InlineData("llama4", "attention.sliding_window_pattern", 1u, "so that no layer has the window")]
    [InlineData("gemma4", "attention.sliding_window_pattern", 0u, "gives no layer the window")]
    [InlineData("llama4", "attention.sliding_window", 0u, "is 0, and it is 1 or more in this architecture")]
    [InlineData("gemma4", "attention.shared_kv_layers", 3u, "is 3 of 4 layers, and two have keys of their own")]
    [InlineData("gemma4", "attention.shared_kv_layers", 4u, "is 4 of 4 layers")]
    [InlineData("gemma4", "attention.shared_kv_layers", uint.MaxValue, "of 4 layers")]
    [InlineData("gemma4", "attention.shared_kv_layers", 1u, "layer 3 uses the keys of an earlier layer, and that one is of another kind")]
    [InlineData("gemma4", "attention.value_length", 8u, "and they are the same in this architecture")]
    [InlineData("gemma2", "attention.key_length_swa", 8u, "are the same in this architecture, as those of values are")]
    [InlineData("gemma3", "attention.value_length_swa", 8u, "are the same in this architecture, as those of values are")]
    [InlineData("gpt-oss", "attention.value_length", 8u, "and they are the same in this architecture")]
    [InlineData("qwen35", "full_attention_interval", 0u, "full_attention_interval is 0, and it is 1 to")]
    [InlineData("qwen35", "full_attention_interval", 1u, "all its layers are of one kind")]
    [InlineData("qwen35", "full_attention_interval", 5u, "all its layers are of one kind")]
    [InlineData("qwen35", "attention.recurrent_layers", 0u, "all its layers are of one kind")]
    [InlineData("qwen35", "ssm.time_step_rank", 3u, "ssm.inner_size is 64, which 3 heads in 2 groups do not divide")]
    [InlineData("qwen35", "ssm.group_count", 0u, "ssm.group_count is 0, and it is 1 to")]
    [InlineData("qwen35", "ssm.state_size", 8u, "ssm.state_size is 8, and it is the 16 of a head's values")]
    [InlineData("qwen35", "nextn_predict_layers", 4u, "nextn_predict_layers is 4, and it is 0 to 3")]
    [InlineData("lfm2", "attention.head_count_kv", 2u, "all its layers are of one kind")]
    [InlineData("lfm2", "attention.head_count_kv", 0u, "all its layers are of one kind")]
    [InlineData("lfm2", "shortconv.l_cache", 1u, "shortconv.l_cache is 1, and it is 2 to")]
    [InlineData("mamba", "ssm.conv_kernel", 1u, "ssm.conv_kernel is 1, and it is 2 to")]
    [InlineData("mamba", "ssm.inner_size", 0u, "ssm.inner_size is 0, and it is 1 to")]
    [InlineData("mamba", "ssm.time_step_rank", uint.MaxValue, "ssm.time_step_rank is 4294967295")]
    [InlineData("ernie4_5-moe", "interleave_moe_layer_step", 0u, "interleave_moe_layer_step is 0, and it is 1 to")]
    [InlineData("deepseek2", "leading_dense_block_count", 5u, "leading_dense_block_count is 5, and it is 0 to 4")]
    [InlineData("deepseek2", "expert_gating_func", 5u, "expert_gating_func is 5, and it is 1 to 4")]
    [InlineData("deepseek2", "attention.key_length_mla", 8u, "attention.key_length_mla contradicts")]
    [InlineData("deepseek2", "attention.key_length", 32u, "attention.key_length contradicts")]
    [InlineData("deepseek2", "attention.value_length", 32u, "attention.value_length contradicts")]
    [InlineData("deepseek2", "attention.head_count_kv", 4u, "attention.head_count_kv contradicts")]
    [InlineData("qwen2vl", "n_deepstack_layers", 4u, "n_deepstack_layers is 4, and it is 0 to 3")]
    [InlineData("qwen3moe", "expert_used_count", 0u, "expert_used_count is 0 of 4 experts")]
    [InlineData("qwen2", "attention.head_count", 0u, "attention.head_count leaves a layer without heads")]
    [InlineData("qwen2vl", "rope.dimension_sections", 8u, "rope.dimension_sections is of type UInt32, and it is an array of Int32")]
    public void Numbers_fit_their_architecture(string architecture, string key, uint value, string expected) =>
        Fails(TinyArchitecture.Make(architecture).Set($"{architecture}.{key}", value), expected);

    [Theory]
    [InlineData("phi3", "blk.0.attn_output.weight is 64 x 64, and a side of 32 follows from the heads")]
    [InlineData("qwen2", "blk.0.attn_q.weight is 64 x 64, and a side of 32 follows from the heads")]
    [InlineData("gemma2", "blk.0.attn_q.weight is 64 x 64, and a side of 32 follows from the heads")]
    [InlineData("qwen35", "blk.3.attn_q.weight is 64 x 128, and a side of 64 follows from the heads")]
    public void Attention_weights_are_as_wide_as_their_heads(string architecture, string expected) => Fails(
        TinyArchitecture.Make(architecture)
            .Set(architecture + ".attention.key_length", 8u)
            .Set(architecture + ".attention.value_length", 8u),
        expected);

    [Fact]
    public void A_model_made_of_experts_has_some() => Fails(
        TinyArchitecture.Make("qwen3moe").Set("qwen3moe.expert_count", 0u).Set("qwen3moe.expert_used_count", 0u),
        "qwen3moe.expert_count is 0, and this architecture has experts");

    [Fact]
    public void An_interval_of_a_hybrid_model_may_be_any_that_leaves_both_kinds() =>
        Check(TinyArchitecture.Make("qwen35").Set("qwen35.full_attention_interval", 4u));

    [Fact]
    public void Layers_with_a_window_are_told_by_numbers_or_truth_values()
    {
        const string Key = "gemma4.attention.sliding_window_pattern";

        Fails(TinyArchitecture.Make("gemma4").Set(Key, [0, 0, 0, 0]), "gives no layer the window");
        Fails(TinyArchitecture.Make("gemma4").Set(Key, [1f, 0f, 1f, 0f]), $"{Key} is an array of Float32");
        Fails(TinyArchitecture.Make("gemma4").Set(Key, ["a", "b", "c", "d"]), $"{Key} is an array of String");
        Fails(
            TinyArchitecture.Make("gemma4").SetRaw(Key, GgufValueType.Array, 7, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            "gives no layer the window");
        Fails(TinyArchitecture.Make("gemma4").Remove(Key), $"the metadata has no {Key}");
        Check(TinyArchitecture.Make("gemma4").SetRaw(
            Key, GgufValueType.Array, 7, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0));
        Check(TinyArchitecture.Make("gemma4").Set("gemma4.attention.shared_kv_layers", 2u));
    }

    [Theory]
    [InlineData("qwen2vl")]
    [InlineData("qwen35")]
    public void Sections_of_a_rotation_are_within_a_head(string architecture)
    {
        string key = architecture + ".rope.dimension_sections";

        Fails(TinyArchitecture.Make(architecture).Set(key, [2f, 3f, 3f, 0f]), $"{key} is an array of Float32");
        Fails(TinyArchitecture.Make(architecture).Set(key, ["2", "3", "3", "0"]), $"{key} is an array of String");
        Fails(TinyArchitecture.Make(architecture).Set(key, [0, 0, 0, 0]), $"{key} is 0, 0, 0, 0");
        Fails(TinyArchitecture.Make(architecture).Set(key, [0, 0, 0, 1]), $"{key} is 0, 0, 0, 1");
        Fails(TinyArchitecture.Make(architecture).Set(key, [8, 8, 8, 8]), "together 1 to 16");
        Fails(TinyArchitecture.Make(architecture).Set(key, [-1, 8, 8, 0]), $"{key} is -1, 8, 8, 0");
        Fails(TinyArchitecture.Make(architecture).Set(key, [8, 8]), $"{key} is 8, 8");
    }

    [Fact]
    public void A_scaling_of_attention_by_position_has_a_length()
    {
        GgufWriter scaled = TinyArchitecture.Make("deepseek2").Set("deepseek2.attention.temperature_scale", 0.1f);

        Fails(scaled, "deepseek2.attention.temperature_length is missing");
        Fails(scaled.Set("deepseek2.attention.temperature_length", 0u), "deepseek2.attention.temperature_length is 0");
        Check(scaled.Set("deepseek2.attention.temperature_length", 8192u));
    }

    [Theory]
    [InlineData("gpt-oss", "blk.0.attn_sinks.weight", 4, 1)]
    [InlineData("gpt-oss", "blk.0.ffn_gate_exps.bias", 32, 4)]
    [InlineData("qwen2", "blk.0.attn_q.scale", 1, 1)]
    [InlineData("mamba", "blk.0.ssm_conv1d.weight", 4, 128)]
    [InlineData("mamba", "blk.0.ssm_a", 16, 128)]
    [InlineData("mamba", "blk.0.ssm_d", 128, 1)]
    [InlineData("lfm2", "blk.0.shortconv.conv.weight", 3, 64)]
    [InlineData("gemma4", "rope_freqs.weight", 8, 1)]
    public void What_is_no_factor_of_a_product_of_matrices_is_in_F32(string architecture, string name, int columns, int rows)
    {
        long[] shape = rows == 1 ? [columns] : [columns, rows];

        Fails(
            TinyArchitecture.Make(architecture).Tensor(name, GgmlType.F16, new byte[2 * columns * rows], shape),
            $"{name} is F16, and llama.cpp computes with it as F32 only");
        Fails(
            TinyArchitecture.Make(architecture).Tensor(name, GgmlType.I32, new byte[4 * columns * rows], shape),
            $"{name} is I32, which is no format of weights");
    }

    [Theory]
    [InlineData("phi3", "blk.0.attn_qkv.weight", "it has no blk.0.attn_q.weight")]
    [InlineData("mamba", "blk.1.ssm_conv1d.bias", "it has no blk.1.ssm_conv1d.bias")]
    [InlineData("qwen35", "blk.0.attn_qkv.weight", "it has no blk.0.attn_qkv.weight")]
    [InlineData("qwen35", "blk.2.attn_gate.weight", "it has no blk.2.attn_gate.weight")]
    public void Weights_that_the_graph_needs_are_there(string architecture, string name, string expected) =>
        Fails(TinyArchitecture.Make(architecture).RemoveTensor(name), expected);

    [Fact]
    public void A_file_of_draft_layers_alone_is_no_model() => Fails(
        TinyArchitecture.Make("deepseek2").Set("deepseek2.nextn_predict_layers", 1u).RemoveTensor("blk.0.attn_norm.weight"),
        "it has no blk.0.attn_norm.weight");

    [Fact]
    public void Weights_in_NVFP4_have_a_scale_or_a_bias()
    {
        GgufWriter model = TinyArchitecture.Make("qwen2")
            .Tensor("blk.0.ffn_up.weight", GgmlType.NVFP4, new byte[64 / 64 * 36 * 128], 64, 128)
            .Tensor("blk.0.ffn_up.scale", [1], 1);

        Check(model);
        Fails(model.Tensor("blk.0.ffn_up.bias", new float[128], 128), "blk.0.ffn_up.weight is NVFP4 with a scale and a bias");
        Fails(
            TinyArchitecture.Make("qwen2")
                .Tensor("token_embd.weight", GgmlType.NVFP4, new byte[36 * 265], 64, 265)
                .Tensor("output.scale", [1], 1),
            "token_embd.weight is NVFP4 and stands for output.weight too");
    }

    [Theory]
    [InlineData("glm4")]
    [InlineData("gemma4")]
    public void A_begin_token_that_a_kind_of_vocabulary_gives_texts_is_there(string split)
    {
        GgufWriter model = TinyArchitecture.Make("qwen2")
            .Set("tokenizer.ggml.pre", split)
            .Set("tokenizer.ggml.add_bos_token", true)
            .Remove("tokenizer.ggml.bos_token_id");
        if (split == "gemma4")
        {
            // It does so whatever the file says.
            model.Set("tokenizer.ggml.model", "gemma4").Set("tokenizer.ggml.add_bos_token", false);
            string[] bytes = [.. Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>")];
            model.Set("tokenizer.ggml.tokens", [.. bytes, .. Enumerable.Range(0, 9).Select(i => $"t{i}")]);
        }

        Fails(model, "texts get a token that tokenizer.ggml.bos_token_id names, and it is missing");
    }

    private static void Check(GgufWriter writer)
    {
        using var file = new TemporaryFile(writer.ToArray());
        GgufModelCheck.Check(GgufFile.Read(file.Path));
    }

    private static ModelLoadException Fails(GgufWriter writer, string expected)
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Check(writer));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        return error;
    }
}
