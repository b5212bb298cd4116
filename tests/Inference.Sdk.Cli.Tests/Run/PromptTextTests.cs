using System.Text;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Run;

namespace Inference.Sdk.Cli.Tests.Run;

public sealed class PromptTextTests
{
    [Fact]
    public async Task The_option_is_the_prompt_as_it_is()
    {
        Assert.Equal(" hi \n", await ReadAsync(" hi \n", "ignored", true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-")]
    public async Task Piped_text_is_the_prompt_without_its_last_line_end(string? option)
    {
        Assert.Equal("one\ntwo é", await ReadAsync(option, "one\ntwo é\r\n", true));
    }

    [Fact]
    public async Task A_dash_reads_what_is_typed()
    {
        Assert.Equal("typed", await ReadAsync("-", "typed\n", false));
    }

    [Fact]
    public async Task Nothing_on_a_terminal_is_a_usage_error_and_does_not_wait()
    {
        UsageException exception = await Assert.ThrowsAsync<UsageException>(() => ReadAsync(null, "x", false));
        Assert.Contains("-p TEXT", exception.Message);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData(null, "")]
    [InlineData(null, "\n")]
    public async Task An_empty_prompt_is_a_usage_error(string? option, string input)
    {
        await Assert.ThrowsAsync<UsageException>(() => ReadAsync(option, input, true));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        await using var input = new MemoryStream([(byte)'a', 0xFF]);
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(
            () => PromptText.ReadAsync(null, Console(input, true), TestContext.Current.CancellationToken));
        Assert.Contains("UTF-8", exception.Message);
    }

    private static async Task<string> ReadAsync(string? option, string input, bool redirected)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return await PromptText.ReadAsync(option, Console(stream, redirected), TestContext.Current.CancellationToken);
    }

    private static CliConsole Console(Stream input, bool redirected) => new()
    {
        Input = input,
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        IsInputRedirected = redirected,
    };
}
