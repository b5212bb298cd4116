using Inference.Sdk.LlamaCpp.Tests.Templates;
using Inference.Sdk.LlamaCpp.Tools;

namespace Inference.Sdk.LlamaCpp.Tests.Tools;

public sealed class ToolCallFormatTests
{
    [Theory]
    [InlineData("Qwen-Qwen3-0.6B", "hermes")]
    [InlineData("NousResearch-Hermes-2-Pro-Llama-3-8B-tool_use", "hermes")]
    [InlineData("meta-llama-Llama-3.1-8B-Instruct", "llama-json")]
    [InlineData("meta-llama-Llama-3.2-3B-Instruct", "llama-json")]
    [InlineData("Qwen3-Coder", null)]
    [InlineData("Qwen3.5-4B", null)]
    [InlineData("google-gemma-2-2b-it", null)]
    [InlineData("openai-gpt-oss-120b", null)]
    [InlineData("mistralai-Mistral-Nemo-Instruct-2407", null)]
    [InlineData("LFM2.5-8B-A1B", null)]
    [Trait("Category", "TemplateCases")]
    public void The_format_is_told_from_the_template(string name, string? format)
    {
        string source = TemplateCases.ReadSource(Directory.Exists(TemplateCases.Folder) ? name : string.Empty);
        Assert.Equal(format, ToolCallFormats.Detect(source)?.Name);
    }

    [Fact]
    public void A_template_without_calls_has_no_format() =>
        Assert.Null(ToolCallFormats.Detect("{{ messages[0].content }}"));
}
