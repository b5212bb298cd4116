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
}
