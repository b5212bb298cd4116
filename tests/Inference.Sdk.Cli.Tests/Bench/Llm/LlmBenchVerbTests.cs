using System.Text.Json;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Bench.Llm;

public sealed class LlmBenchVerbTests
{
    [Fact]
    public async Task Engine_and_baseline_are_measured_in_one_run_as_one_JSON_object()
    {
        string model = Repository.SampleModel("house-assistant-q8_0.gguf");
        CommandRun run = await CommandRun.Of(
            "bench", "llm", "--model", model, "--threads", "1", "--parallel", "3", "--prompt-tokens", "20", "--gen", "6",
            "--rounds", "2", "--json");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("round 2/2: engine ", run.Error);
        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("b10361", json.GetProperty("libraryRelease").GetString());
        foreach (string contender in (string[])["engine", "baseline"])
        {
            JsonElement result = json.GetProperty(contender);
            Assert.True(result.GetProperty("tokensPerSecond").GetDouble() > 0);
            Assert.True(result.GetProperty("processorMsPerToken").GetDouble() > 0);
            Assert.Equal(2 * 3, result.GetProperty("timeToFirstTokenMs").GetProperty("count").GetInt32());
            Assert.Equal(2 * 3 * 5, result.GetProperty("tokenLatencyMs").GetProperty("count").GetInt32());
        }

        Assert.Equal(2, json.GetProperty("ratio").GetProperty("decodeRounds").GetArrayLength());
        Assert.True(json.GetProperty("ratio").GetProperty("decodeTokensPerSecond").GetDouble() > 0);
    }

    [Fact]
    public async Task Both_can_share_several_threads_that_look_for_work()
    {
        string model = Repository.SampleModel("house-assistant-q8_0.gguf");
        CommandRun run = await CommandRun.Of(
            "bench", "llm", "--model", model, "--threads", "2", "--poll", "1", "--prompt-tokens", "4", "--gen", "2",
            "--rounds", "2", "--json");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        JsonElement settings = JsonDocument.Parse(run.Out).RootElement.GetProperty("settings");
        Assert.Equal(2, settings.GetProperty("threads").GetInt32());
        Assert.Equal(1, settings.GetProperty("polling").GetInt32());
        Assert.False(settings.GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task Whole_answers_come_with_their_last_token()
    {
        string model = Repository.SampleModel("house-assistant-q8_0.gguf");
        CommandRun run = await CommandRun.Of(
            "bench", "llm", "--model", model, "--threads", "1", "--whole", "--prompt-tokens", "4", "--gen", "5", "--rounds", "1",
            "--json");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(0, json.GetProperty("engine").GetProperty("tokenLatencyMs").GetProperty("maximum").GetDouble());
        Assert.True(json.GetProperty("engine").GetProperty("decodeTokensPerSecond").GetDouble() > 0);
        Assert.True(json.GetProperty("baseline").GetProperty("tokenLatencyMs").GetProperty("minimum").GetDouble() > 0);
    }
}
