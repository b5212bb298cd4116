using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_version_is_one_line()
    {
        CommandRun run = await CommandRun.Of("--version");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?\n$", run.Out);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("predict", "--help")]
    [InlineData("inspect", "-h")]
    [InlineData("bench", "--help")]
    [InlineData("bench", "llm", "--help")]
    [InlineData("bench", "tabular", "--help")]
    public async Task Help_goes_to_standard_output_and_succeeds(params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("Usage:", run.Out);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("predict")]
    [InlineData("inspect")]
    [InlineData("bench", "llm")]
    [InlineData("bench", "tabular")]
    public async Task The_help_of_a_verb_ends_with_examples_of_it(params string[] verb)
    {
        CommandRun run = await CommandRun.Of([.. verb, "--help"]);
        string examples = run.Out[run.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains($"inference {string.Join(' ', verb)} ", examples);
    }

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("'frobnicate'", "frobnicate")]
    [InlineData("Required argument missing for command: 'inspect'.", "inspect")]
    [InlineData("Option '--output' is required.", "predict", "m.json", "--input", "a.csv")]
    [InlineData("--temperature is -1, and it must be from 0 to 100.", "run", "m.gguf", "--temperature", "-1")]
    [InlineData("--max-tokens is 0, and it must be at least 1.", "run", "m.gguf", "--max-tokens", "0")]
    [InlineData("--top-p is 1.5, and it must be from 0 to 1.", "run", "m.gguf", "--top-p", "1.5")]
    [InlineData("Cannot parse argument 'many'", "run", "m.gguf", "--max-tokens", "many")]
    [InlineData("--parallel is 257, and it must be from 1 to 256.", "bench", "llm", "-m", "m.gguf", "--parallel", "257")]
    [InlineData("--poll is 101, and it must be from 0 to 100.", "bench", "llm", "-m", "m.gguf", "--poll", "101")]
    [InlineData("--gen is 1, and it must be from 2", "bench", "llm", "-m", "m.gguf", "--gen", "1")]
    [InlineData("--rows is 3, and it must be from 64", "bench", "tabular", "-m", "m.json", "--rows", "3")]
    [InlineData("--delimiter is ';;', and it must be one character", "predict", "m", "-i", "a", "-o", "b", "--delimiter", ";;")]
    public async Task A_wrong_command_line_is_exit_code_2_with_a_reason(string expected, params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error);
        Assert.Contains("--help' for what it takes.", run.Error);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("inspect", "no/such/model.json")]
    [InlineData("inspect", "no/such/model.gguf")]
    [InlineData("predict", "no/such/model.json", "--input", "a.csv", "--output", "b.csv")]
    [InlineData("bench", "tabular", "--model", "no/such/model.json")]
    [InlineData("bench", "llm", "--model", "no/such/model.gguf")]
    [InlineData("run", "no/such/model.gguf", "-p", "hello")]
    public async Task A_missing_model_is_exit_code_1_with_one_message_and_no_stack_trace(params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.StartsWith("error: ", run.Error);
        Assert.Contains("no/such/model", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Verbose_adds_the_stack_trace()
    {
        CommandRun run = await CommandRun.Of("inspect", "no/such/model.json", "--verbose");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains(nameof(ModelLoadException), run.Error);
        Assert.Contains("   at ", run.Error);
    }

    [Fact]
    public async Task A_cancelled_command_is_exit_code_130()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Write("m.txt", "tree\n");
        CommandRun run = await CommandRun.With(null, new CancellationToken(canceled: true), "inspect", model);
        Assert.Equal(ExitCodes.Cancelled, run.ExitCode);
        Assert.Equal("Cancelled.\n", run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task A_prompt_that_begins_with_an_at_sign_is_a_prompt_and_not_a_file()
    {
        CommandRun run = await CommandRun.Of("run", "no/such/model.gguf", "-p", "@home");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("no/such/model.gguf", run.Error);
    }
}
