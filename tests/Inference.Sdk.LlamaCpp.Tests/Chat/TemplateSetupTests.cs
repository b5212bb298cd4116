using Inference.Sdk.LlamaCpp.Chat;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class TemplateSetupTests
{
    [Fact]
    public void A_template_that_is_none_fails_the_load_and_says_where()
    {
        var error = Assert.Throws<ModelLoadException>(() => ChatTemplate.Create("ok\n{% if %}", "model.gguf"));
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Equal("model.gguf", error.Path);
        Assert.Contains("tokenizer.chat_template", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void No_template_is_ChatML(string? source)
    {
        ChatTemplate template = ChatTemplate.Create(source, null);
        Assert.True(template.IsFallback);
        Assert.Null(template.ToolCalls);
    }
}
