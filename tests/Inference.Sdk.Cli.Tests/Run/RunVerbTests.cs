using System.Text.Json;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Run;

public sealed class RunVerbTests
{
    private const string Model = "house-assistant-q8_0.gguf";

    [Fact]
    public async Task An_answer_goes_to_standard_output_and_its_statistics_to_standard_error()
    {
        CommandRun run = await CommandRun.Of(
            "run", Repository.SampleModel(Model), "-p", "hello", "--temperature", "0", "--max-tokens", "8", "--threads", "1");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.EndsWith("\n", run.Out);
        Assert.True(run.Out.Trim().Length > 0);
        Assert.Matches(@"^\d+ tokens?, .*first after .*prompt of \d+", run.Error);
    }

    [Fact]
    public async Task JSON_is_one_object_with_text_usage_and_timings()
    {
        CommandRun run = await CommandRun.With(
            "hello\n", CancellationToken.None,
            "run", Repository.SampleModel(Model), "--system", "Be brief.", "--seed", "7", "--temperature", "0.7", "--top-k", "20",
            "--top-p", "0.9", "--min-p", "0.05", "--max-tokens", "5", "--context", "256", "--threads", "1", "--json");
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        JsonElement usage = json.GetProperty("usage");
        Assert.InRange(usage.GetProperty("outputTokens").GetInt64(), 1, 5);
        Assert.True(usage.GetProperty("inputTokens").GetInt64() > 1);
        Assert.True(json.GetProperty("timings").GetProperty("totalMs").GetDouble() > 0);
        Assert.Contains(json.GetProperty("finishReason").GetString(), (string[])["stop", "length"]);
        Assert.NotEqual("", json.GetProperty("text").GetString());
        Assert.Equal("gguf", json.GetProperty("model").GetProperty("format").GetString());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_answer()
    {
        string[] args =
        [
            "run", Repository.SampleModel(Model), "-p", "hello", "--seed", "11", "--temperature", "1", "--max-tokens", "12",
            "--threads", "1",
        ];
        Assert.Equal((await CommandRun.Of(args)).Out, (await CommandRun.Of(args)).Out);
    }

    [Fact]
    public async Task A_cancelled_answer_is_exit_code_130()
    {
        CommandRun run = await CommandRun.With(
            null, new CancellationToken(canceled: true), "run", Repository.SampleModel(Model), "-p", "hello");
        Assert.Equal(ExitCodes.Cancelled, run.ExitCode);
        Assert.Equal("Cancelled.\n", run.Error);
    }

    [Fact]
    public async Task An_answer_that_is_cancelled_half_way_keeps_what_was_written()
    {
        string model = Repository.SampleModel(Model);
        using var cancellation = new CancellationTokenSource();
        await using var output = new CancellingWriter(cancellation);
        await using var error = new StringWriter { NewLine = "\n" };
        var console = new CliConsole { Input = Stream.Null, Out = output, Error = error };
        int code = await InferenceCommand.RunAsync(
            ["run", model, "-p", "hello", "--threads", "1", "--max-tokens", "500"], console, cancellation.Token);
        Assert.Equal(ExitCodes.Cancelled, code);
        Assert.Equal("Cancelled.\n", error.ToString());
        Assert.NotEqual("", output.ToString());
    }

    [Fact]
    public async Task A_missing_model_is_said_in_one_plain_line()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Combine("none.gguf");
        CommandRun run = await CommandRun.Of("run", model, "-p", "hello");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Equal($"error: There is no file {model}. Check the path.\n", run.Error);
    }

    [Fact]
    public async Task A_tabular_model_is_refused_with_what_it_is()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of("run", Models.Linear(folder), "-p", "hello");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("linear.json", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }
}
