using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

public sealed class GgufInfoTests
{
    [Fact]
    public void A_models_header_tells_what_it_is()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().Set("general.version", "1.2").ToArray());

        GgufInfo info = GgufInfo.Read(file.Path);

        Assert.Equal(file.Path, info.Path);
        Assert.Equal(3, info.Version);
        Assert.Equal("llama", info.Architecture);
        Assert.Equal("Tiny", info.Name);
        Assert.Equal("1.2", info.ModelVersion);
        Assert.Equal("F32", info.Quantization);
        Assert.Equal(TinyModel.TrainingContext, info.ContextLength);
        Assert.Equal(TinyModel.Embedding, info.EmbeddingLength);
        Assert.Equal(TinyModel.Layers, info.Layers);
        Assert.Equal(TinyModel.ChatTemplate, info.ChatTemplate);
        Assert.Equal("gpt2", info.TokenizerModel);
        Assert.Equal(265, info.VocabularySize);
        Assert.Equal(3 + 9 * TinyModel.Layers, info.Tensors.Count);
        Assert.Equal(info.Tensors.Sum(t => t.ElementCount), info.ParameterCount);
        Assert.Equal(4 * info.ParameterCount, info.TensorBytes);
        Assert.Equal([new KeyValuePair<string, long>("F32", info.TensorBytes)], info.TensorBytesByType);
        Assert.Equal("String[265]", info.Metadata.Values["tokenizer.ggml.tokens"].ToString());
        Assert.Equal("1024", info.Metadata.Values["llama.context_length"].ToString());
    }

    [Fact]
    public void What_a_header_does_not_tell_is_null()
    {
        using var file = new TemporaryFile(new GgufWriter().ToArray());

        GgufInfo info = GgufInfo.Read(file.Path);

        Assert.Null(info.Architecture);
        Assert.Null(info.Name);
        Assert.Null(info.ModelVersion);
        Assert.Null(info.Quantization);
        Assert.Null(info.ContextLength);
        Assert.Null(info.EmbeddingLength);
        Assert.Null(info.Layers);
        Assert.Null(info.ChatTemplate);
        Assert.Null(info.TokenizerModel);
        Assert.Null(info.VocabularySize);
        Assert.Equal(0, info.ParameterCount);
    }

    [Theory]
    [InlineData(15u, "Q4_K_M")]
    [InlineData(7u, "Q8_0")]
    [InlineData(999u, "F16")]
    public void The_quantization_is_the_files_word_or_what_most_of_it_is(uint fileType, string expected)
    {
        using var file = new TemporaryFile(new GgufWriter()
            .Set("general.file_type", fileType)
            .Tensor("a", GgmlType.F16, new byte[200], 100)
            .Tensor("b", [1, 2], 2)
            .ToArray());

        Assert.Equal(expected, GgufInfo.Read(file.Path).Quantization);
    }

    [Fact]
    public void Values_convert_between_widths_and_no_further()
    {
        var wide = new GgufValue(GgufValueType.UInt64, ulong.MaxValue);
        var text = new GgufValue(GgufValueType.String, "7");

        Assert.Null(wide.AsInt64());
        Assert.Equal(ulong.MaxValue, wide.AsDouble());
        Assert.Null(text.AsInt64());
        Assert.Null(text.AsDouble());
        Assert.Equal(-3, new GgufValue(GgufValueType.Int8, (sbyte)-3).AsInt64());
        Assert.Equal(0.5, new GgufValue(GgufValueType.Float32, 0.5f).AsDouble());
        Assert.Null(text.AsList<string>());
    }
}
