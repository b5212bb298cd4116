using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

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
        Assert.Contains("Give another with GgufOptions.ChatTemplatePath", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_can_come_from_a_file_of_its_own()
    {
        using var file = new TemporaryFile([.. "{{ messages[0].content }} é </think>"u8]);
        ChatTemplate template = ChatTemplate.Read(file.Path);
        Assert.False(template.IsFallback);
        Assert.True(template.Mentions(" é "));
        Assert.NotNull(template.Reasoning);
    }

    [Theory]
    [InlineData("ok\n{% if %}", ModelLoadError.Unsupported, "cannot be compiled: ")]
    [InlineData(" \n", ModelLoadError.Corrupt, "is empty")]
    [InlineData("\u00ff", ModelLoadError.Corrupt, "is not UTF-8")]
    public void A_file_that_is_no_template_fails_the_load(string content, ModelLoadError reason, string problem)
    {
        using var file = new TemporaryFile(System.Text.Encoding.Latin1.GetBytes(content));
        var error = Assert.Throws<ModelLoadException>(() => ChatTemplate.Read(file.Path));
        Assert.Equal((reason, file.Path), (error.Reason, error.Path));
        Assert.Contains($"The chat template {file.Path} {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_long_or_missing_fails_the_load()
    {
        using var file = new TemporaryFile(new byte[(4 * 1024 * 1024) + 1]);
        var error = Assert.Throws<ModelLoadException>(() => ChatTemplate.Read(file.Path));
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        error = Assert.Throws<ModelLoadException>(() => ChatTemplate.Read(file.Path + ".none"));
        Assert.Equal(ModelLoadError.NotFound, error.Reason);
        Assert.Contains("Correct GgufOptions.ChatTemplatePath, or leave it out.", error.Message, StringComparison.Ordinal);
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
