using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

/// <summary>Contradictions at which llama.cpp ends the process, or would at the first text.</summary>
public sealed class GgufModelCheckTests
{
    [Fact]
    public void Sound_models_pass()
    {
        Check(TinyModel.BytePair());
        Check(TinyModel.SentencePiece());
    }

    [Theory]
    [InlineData("general.architecture", "the metadata has no general.architecture")]
    [InlineData("llama.context_length", "the metadata has no llama.context_length")]
    [InlineData("llama.embedding_length", "the metadata has no llama.embedding_length")]
    [InlineData("llama.block_count", "the metadata has no llama.block_count")]
    [InlineData("tokenizer.ggml.model", "the metadata has no tokenizer.ggml.model")]
    [InlineData("tokenizer.ggml.tokens", "the metadata has no tokenizer.ggml.tokens")]
    [InlineData("tokenizer.ggml.merges", "the metadata has no tokenizer.ggml.merges")]
    public void What_is_needed_must_be_there(string key, string expected) =>
        Corrupt(TinyModel.BytePair().Remove(key), expected);

    [Theory]
    [InlineData("llama.context_length", 0u, "llama.context_length is 0, and it is 1 to")]
    [InlineData("llama.embedding_length", 0u, "llama.embedding_length is 0, and it is 1 to")]
    [InlineData("llama.block_count", 0u, "llama.block_count is 0, and it is 1 to 512")]
    [InlineData("llama.block_count", 513u, "llama.block_count is 513, and it is 1 to 512")]
    [InlineData("llama.attention.head_count", 3u, "layer 0 has 3 attention heads, which 2 key heads do not divide")]
    [InlineData("llama.attention.head_count", 6u, "6 attention heads do not divide an embedding of 32")]
    [InlineData("llama.attention.head_count_kv", 3u, "layer 0 has 4 attention heads, which 3 key heads do not divide")]
    [InlineData("llama.rope.dimension_count", 7u, "llama.rope.dimension_count is 7, and it is even and at most the head's 8")]
    [InlineData("llama.rope.dimension_count", 10u, "llama.rope.dimension_count is 10, and it is even and at most the head's 8")]
    [InlineData("llama.attention.key_length", 0u, "llama.attention.key_length is 0")]
    [InlineData("llama.attention.value_length", 0u, "llama.attention.value_length is 0")]
    [InlineData("llama.attention.key_length", 16u, "llama.attention.key_length is 16 and llama.attention.value_length is 8, and they are the same")]
    [InlineData("llama.attention.key_length_swa", 16u, "llama.attention.key_length_swa is 16 and llama.attention.value_length_swa is 8")]
    [InlineData("llama.rope.dimension_count", 4u, "llama.rope.dimension_count is 4, and it is the head's 8 in this architecture")]
    [InlineData("llama.expert_count", 4u, "llama.expert_used_count is 0 of 4 experts")]
    [InlineData("llama.expert_count", 513u, "llama.expert_count is 513, and it is 0 to 512")]
    [InlineData("llama.expert_used_count", 2u, "llama.expert_used_count is 2 of 0 experts")]
    [InlineData("llama.expert_group_count", 2u, "llama.expert_group_count is 2 for 0 experts")]
    [InlineData("llama.nextn_predict_layers", 2u, "llama.nextn_predict_layers is 2, and it is 0 to 1")]
    [InlineData("llama.pooling_type", 9u, "llama.pooling_type is 9, and it is 0 to 4")]
    [InlineData("llama.rope.scaling.original_context_length", 0u, "llama.rope.scaling.original_context_length is 0")]
    [InlineData("tokenizer.ggml.bos_token_id", 265u, "tokenizer.ggml.bos_token_id is 265 of 265 tokens")]
    [InlineData("tokenizer.ggml.eos_token_id", uint.MaxValue, "tokenizer.ggml.eos_token_id is 4294967295 of 265 tokens")]
    [InlineData("tokenizer.ggml.model", 1u, "tokenizer.ggml.model is of type UInt32, and it is of type String")]
    [InlineData("llama.attention.layer_norm_rms_epsilon", 1u, "it is of type Float32")]
    [InlineData("llama.attention.causal", 1u, "it is of type Boolean")]
    public void Numbers_must_make_sense(string key, uint value, string expected) =>
        Corrupt(TinyModel.BytePair().Set(key, value), expected);

    [Theory]
    [InlineData("llama.attention.layer_norm_rms_epsilon", -1f)]
    [InlineData("llama.attention.layer_norm_rms_epsilon", float.NaN)]
    [InlineData("llama.rope.freq_base", float.PositiveInfinity)]
    [InlineData("llama.rope.scaling.factor", float.NaN)]
    public void Factors_must_be_finite(string key, float value) => Corrupt(TinyModel.BytePair().Set(key, value), $"{key} is ");

    [Fact]
    public void Layers_may_differ_and_must_all_be_told()
    {
        Corrupt(
            TinyModel.BytePair().Set("llama.attention.head_count", new uint[] { 4 }),
            "llama.attention.head_count has 1 elements for 2 layers");
        Corrupt(
            TinyModel.BytePair().Set("llama.attention.head_count_kv", new uint[] { 2, 3 }),
            "layer 1 has 4 attention heads, which 3 key heads do not divide");
        Corrupt(
            TinyModel.BytePair().Set("llama.attention.head_count_kv", new uint[] { 2, 1 }),
            "llama.attention.head_count_kv differs between layers, and in this architecture it does not");
        Corrupt(
            TinyModel.BytePair().Set("llama.attention.head_count", new uint[] { 4, 0 }),
            "llama.attention.head_count leaves a layer without heads");
        Check(TinyModel.BytePair().Set("llama.attention.head_count_kv", new uint[] { 2, 2 }));
    }

    [Fact]
    public void Attention_that_looks_ahead_is_unsupported() =>
        Unsupported(TinyModel.BytePair().Set("llama.attention.causal", false), "its attention looks ahead");

    [Fact]
    public void Positions_scale_in_a_known_way() =>
        Corrupt(TinyModel.BytePair().Set("llama.rope.scaling.type", "odd"), "llama.rope.scaling.type is 'odd'");

    [Theory]
    [InlineData("t5")]
    [InlineData("no_vocab")]
    [InlineData("rwkv")]
    public void Other_tokenizers_are_unsupported(string model) =>
        Unsupported(TinyModel.BytePair().Set("tokenizer.ggml.model", model), $"its tokenizer is '{model}'");

    [Fact]
    public void Tokens_are_unique()
    {
        string[] tokens = Tokens(TinyVocabulary.BytePair().Writer);
        tokens[1] = tokens[0];

        Corrupt(TinyModel.BytePair().Set("tokenizer.ggml.tokens", tokens), "comes twice");
    }

    [Fact]
    public void Parallel_arrays_are_as_long_as_the_vocabulary()
    {
        Corrupt(TinyModel.BytePair().Set("tokenizer.ggml.token_type", new[] { 1 }), "tokenizer.ggml.token_type has 1 elements for 265 tokens");
        Corrupt(TinyModel.SentencePiece().Set("tokenizer.ggml.scores", new[] { 1f }), "tokenizer.ggml.scores has 1 elements for 271 tokens");
        Corrupt(TinyModel.SentencePiece().Set("tokenizer.ggml.scores", new[] { 1 }), "it is an array of Float32");
        Corrupt(TinyModel.BytePair().Set("tokenizer.ggml.tokens", new[] { 1 }), "it is an array of String");
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("ab ")]
    [InlineData(" ")]
    [InlineData("")]
    public void Merges_have_two_parts(string merge) =>
        Corrupt(TinyModel.BytePair().Set("tokenizer.ggml.merges", [merge]), "is not two parts with a space between");

    [Fact]
    public void Every_byte_has_a_token()
    {
        string[] tokens = Tokens(TinyVocabulary.SentencePiece().Writer);
        tokens[3 + 0x7F] = "other";

        Corrupt(TinyModel.SentencePiece().Set("tokenizer.ggml.tokens", tokens), "is a byte token, and not <0x00> to <0xFF>");
        Corrupt(
            TinyModel.SentencePiece().Set("tokenizer.ggml.tokens", tokens).Remove("tokenizer.ggml.token_type"),
            "tokenizer.ggml.tokens has no byte token <0x7F>");
    }

    [Fact]
    public void A_token_that_texts_get_is_there()
    {
        GgufWriter few = new GgufWriter()
            .Set("general.architecture", "llama")
            .Set("tokenizer.ggml.model", "gpt2")
            .Set("tokenizer.ggml.tokens", ["a", "b"])
            .Set("tokenizer.ggml.merges", Array.Empty<string>());

        Corrupt(few, "texts get a token that tokenizer.ggml.bos_token_id names, and it is missing");
        Corrupt(
            few.Set("tokenizer.ggml.add_bos_token", false).Set("tokenizer.ggml.add_eos_token", true),
            "texts get a token that tokenizer.ggml.eos_token_id names, and it is missing");
    }

    [Fact]
    public void Weights_fit_the_vocabulary()
    {
        Corrupt(
            TinyModel.BytePair().Tensor("token_embd.weight", new float[32 * 264], 32, 264),
            "token_embd.weight is 32 x 264, and 32 x 265 follows from the metadata");
        Corrupt(
            TinyModel.BytePair().Tensor("output.weight", new float[265 * 32], 265, 32),
            "output.weight is 265 x 32, and 32 x 265 follows from the metadata");
    }

    [Fact]
    public void Weights_are_of_formats_that_are_multiplied()
    {
        Corrupt(
            TinyModel.BytePair().Tensor("blk.0.attn_q.weight", GgmlType.I32, new byte[4096], 32, 32),
            "blk.0.attn_q.weight is I32, which is no format of weights");
        Corrupt(
            TinyModel.BytePair().Tensor("output_norm.weight", GgmlType.F16, new byte[64], 32),
            "output_norm.weight is F16, and llama.cpp computes with it as F32 only");
    }

    [Fact]
    public void A_file_without_weights_is_no_model()
    {
        GgufWriter writer = TinyVocabulary.BytePair().Writer
            .Set("general.architecture", "llama")
            .Set("llama.context_length", 8u)
            .Set("llama.embedding_length", 8u)
            .Set("llama.block_count", 1u)
            .Set("llama.attention.head_count", 1u);

        Corrupt(writer, "it has no weights");
        using var file = new TemporaryFile(writer.ToArray());
        GgufModelCheck.CheckVocabulary(GgufFile.Read(file.Path));
    }

    private static string[] Tokens(GgufWriter writer)
    {
        using var file = new TemporaryFile(writer.ToArray());
        return [.. GgufFile.Read(file.Path).Metadata.Values["tokenizer.ggml.tokens"].AsList<string>()!];
    }

    private static void Check(GgufWriter writer)
    {
        using var file = new TemporaryFile(writer.ToArray());
        GgufModelCheck.Check(GgufFile.Read(file.Path));
    }

    private static void Corrupt(GgufWriter writer, string expected) => Fails(writer, ModelLoadError.Corrupt, expected);

    private static void Unsupported(GgufWriter writer, string expected) => Fails(writer, ModelLoadError.Unsupported, expected);

    private static void Fails(GgufWriter writer, ModelLoadError reason, string expected)
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Check(writer));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
