using Inference.Sdk.LlamaCpp.Options;
using Inference.Sdk.LlamaCpp.Registration;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
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
    public void A_key_that_is_no_option_is_told_with_the_other_errors()
    {
        var builder = new FakeInferenceBuilder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Inference:assistant:modelpath"] = "model.gguf",
            ["Inference:assistant:ContextLenght"] = "2048",
            ["Inference:assistant:MaxSequences"] = "0",
            ["Inference:assistant:TensorSplit:0"] = "1",
            ["Inference:other:Whatever"] = "1",
        }).Build().GetSection("Inference"));
        builder.AddGguf("assistant");
        var error = Assert.Throws<InferenceConfigurationException>(builder.Build);
        Assert.Equal(
            [
                "assistant:MaxSequences is 0: it is 1 to 256.",
                "Inference:assistant:ContextLenght is no option of a GGUF model. The options are: "
                    + string.Join(", ", GgufOptionKeys.All) + ".",
            ],
            error.Errors);
    }

    [Fact]
    public void Every_option_is_a_known_key() => Assert.Equal(
        typeof(GgufOptions).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
        GgufOptionKeys.All.Order(StringComparer.Ordinal));

    [Fact]
    public void A_value_of_the_wrong_type_is_a_configuration_error_that_names_its_key()
    {
        var builder = new FakeInferenceBuilder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["assistant:MaxSequences"] = "four",
        }).Build());
        builder.AddGguf("assistant", options => options.ModelPath = "model.gguf");
        var error = Assert.Throws<InferenceConfigurationException>(builder.Build);
        Assert.Contains("'assistant:MaxSequences'", Assert.Single(error.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_finds_a_file_that_is_missing_or_cannot_be_loaded()
    {
        using var good = new TemporaryFile(TinyModel.BytePair().ToArray());
        using var bad = new TemporaryFile(TinyModel.BytePair().Set("llama.attention.head_count", 3u).ToArray());
        await Source(good.Path).CheckAsync(TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await Source(bad.Path).CheckAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        error = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await Source("no-such-model.gguf").CheckAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ModelLoadError.NotFound, error.Reason);

        static IModelSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>> Source(string path)
        {
            var builder = new FakeInferenceBuilder();
            builder.AddGguf("assistant", options => options.ModelPath = path);
            return builder.Build();
        }
    }

    [Fact]
    public void A_start_finds_missing_native_libraries_too_and_says_both()
    {
        using var good = new TemporaryFile(TinyModel.BytePair().ToArray());
        var missing = new ModelLoadException(ModelLoadError.Runtime, null, "The libraries were not found.");
        Assert.Same(missing, Assert.Throws<ModelLoadException>(() => Loader(good.Path).Check(() => throw missing)));
        var both = Assert.Throws<InferenceConfigurationException>(
            () => Loader("no-such-model.gguf").Check(() => throw missing));
        Assert.Equal(2, both.Errors.Count);
        Assert.StartsWith("There is no file ", both.Errors[0], StringComparison.Ordinal);
        Assert.Equal(missing.Message, both.Errors[1]);

        static GgufLoader Loader(string path) => new(path, new GgufOptions(), NullLogger.Instance, TimeProvider.System);
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
    public void A_chat_template_of_the_options_takes_the_place_of_the_models()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        using var template = new TemporaryFile([.. "<tool_call>{# arguments #}</tool_call>"u8]);
        var builder = new FakeInferenceBuilder();
        builder.AddGguf("assistant", options =>
        {
            options.ModelPath = file.Path;
            options.ChatTemplatePath = template.Path;
        });
        PredictorMetadata metadata = builder.Build().Describe();
        Assert.Equal("ChatTemplatePath", metadata.Properties["chat_template"]);
        Assert.Equal("hermes", metadata.Properties["tool_calls"]);
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
