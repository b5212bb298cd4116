using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.LlamaCpp.Tests.Registration;

public sealed class AddGgufTests
{
    [Fact]
    public void Options_come_from_configuration_and_then_from_code()
    {
        var builder = new FakeInferenceBuilder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["assistant:ModelPath"] = "model.gguf",
            ["assistant:ContextLength"] = "2048",
            ["assistant:MaxSequences"] = "8",
            ["assistant:LoadMode"] = "None",
            ["assistant:TensorSplit:0"] = "1",
            ["assistant:TensorSplit:1"] = "3",
            ["assistant:HashModel"] = "false",
        }).Build());
        builder.AddGguf("assistant", options => options.MaxSequences = 2);
        GgufOptions bound = builder.Services.BuildServiceProvider()
            .GetRequiredService<IOptionsMonitor<GgufOptions>>().Get("assistant");
        Assert.Equal("model.gguf", bound.ModelPath);
        Assert.Equal(2048, bound.ContextLength);
        Assert.Equal(2, bound.MaxSequences);
        Assert.Equal(LlamaLoadMode.None, bound.LoadMode);
        Assert.Equal([1f, 3f], bound.TensorSplit);
        Assert.False(bound.HashModel);
        Assert.Equal("assistant", builder.Name);
    }

    [Fact]
    public void Invalid_options_are_a_configuration_error_before_anything_is_loaded()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddGguf("assistant", options => options.MaxSequences = 0);
        var error = Assert.Throws<InferenceConfigurationException>(builder.Build);
        Assert.Equal(
            ["assistant:ModelPath is not set. Set it to the path of a .gguf file.", "assistant:MaxSequences is 0: it is 1 to 256."],
            error.Errors);
    }

    [Fact]
    public void A_model_is_described_by_its_header()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        var builder = new FakeInferenceBuilder();
        builder.AddGguf("assistant", options => options.ModelPath = file.Path);
        PredictorMetadata metadata = builder.Build().Describe();
        Assert.Equal("assistant", metadata.Name);
        Assert.Equal(PredictorKind.LanguageModel, metadata.Kind);
        Assert.Equal("Tiny", metadata.Model.Name);
        Assert.Equal("gguf", metadata.Model.Format);
        Assert.Null(metadata.Model.Sha256);
        Assert.Equal("llama", metadata.Properties["architecture"]);
        Assert.Equal("F32", metadata.Properties["quantization"]);
        Assert.Equal("1024", metadata.Properties["training_context_length"]);
        Assert.Equal("file", metadata.Properties["chat_template"]);
        Assert.Equal("none", metadata.Properties["tool_calls"]);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddGguf("assistant", options => options.ModelPath = "no-such-model.gguf");
        Assert.Equal(
            ModelLoadError.NotFound, Assert.Throws<ModelLoadException>(() => builder.Build().Describe()).Reason);
        var error = await Assert.ThrowsAsync<ModelLoadException>(async () => await builder.Build().LoadAsync());
        Assert.Equal(ModelLoadError.NotFound, error.Reason);
    }
}
