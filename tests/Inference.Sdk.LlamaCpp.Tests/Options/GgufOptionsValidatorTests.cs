using Inference.Sdk.LlamaCpp.Options;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.LlamaCpp.Tests.Options;

public sealed class GgufOptionsValidatorTests
{
    [Fact]
    public void Defaults_with_a_path_are_valid() =>
        Assert.True(Validate(new GgufOptions { ModelPath = "model.gguf" }).Succeeded);

    [Fact]
    public void Every_error_is_told_with_predictor_key_and_remedy()
    {
        ValidateOptionsResult result = Validate(new GgufOptions
        {
            ContextLength = 0,
            MaxSequences = 0,
            QueueCapacity = -1,
            ChatTemplatePath = " ",
            BatchTokens = 0,
            Threads = 0,
            PromptThreads = 1000,
            GpuLayers = -1,
            MainGpu = -1,
            SplitMode = (LlamaSplitMode)9,
            TensorSplit = { -1f },
            LoadMode = (LlamaLoadMode)9,
            FlashAttention = LlamaFlashAttention.Off,
            CacheTypeK = (LlamaCacheType)9,
            CacheTypeV = LlamaCacheType.Q8,
        });
        Assert.Equal(
            [
                "assistant:ModelPath is not set. Set it to the path of a .gguf file.",
                "assistant:GpuLayers is -1: it is 0 or more, or null for all.",
                "assistant:MainGpu is -1: it is the index of a GPU, from 0.",
                "assistant:SplitMode 9 does not exist.",
                "assistant:LoadMode 9 does not exist.",
                "assistant:CacheTypeK 9 does not exist.",
                "assistant:TensorSplit has shares of 0 or more, at least one of them above 0.",
                "assistant:ContextLength is 0: it is 1 or more, or null for a default.",
                "assistant:MaxSequences is 0: it is 1 to 256.",
                "assistant:BatchTokens is 0: it is 1 to 1048576.",
                "assistant:Threads is 0: it is 1 to 512, or null for half the processors.",
                "assistant:PromptThreads is 1000: it is 1 to 512, or null for as many as Threads.",
                "assistant:CacheTypeK is 9 and CacheTypeV is Q8: below 16 bits they need flash attention. Switch it on or leave it "
                    + "automatic.",
                "assistant:ChatTemplatePath is blank. Set it to the path of a Jinja template, or leave it out.",
                "assistant:QueueCapacity is -1: it is 0 or more.",
            ],
            result.Failures!);
    }

    [Fact]
    public void A_step_never_asks_the_context_for_more_than_it_has()
    {
        var options = new GgufOptions { BatchTokens = 64, MaxSequences = 8 };
        Assert.Equal(64, GgufOptionsMapping.ToLoadOptions(options).MicroBatch);
        Assert.Equal(8, GgufOptionsMapping.ToLoadOptions(options).MaxOutputs);
        Assert.Equal(64, GgufOptionsMapping.ToSchedulerOptions(options).StepTokens);
    }

    private static ValidateOptionsResult Validate(GgufOptions options) =>
        new GgufOptionsValidator().Validate("assistant", options);
}
