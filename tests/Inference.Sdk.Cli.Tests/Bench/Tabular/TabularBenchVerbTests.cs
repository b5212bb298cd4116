using System.Text.Json;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Bench.Tabular;

public sealed class TabularBenchVerbTests
{
    [Fact]
    public async Task A_measurement_is_one_JSON_object_with_machine_and_settings()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of(
            "bench", "tabular", "--model", Models.Linear(folder), "--rows", "6400", "--rounds", "2", "--threads", "2", "--json");
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(2, json.GetProperty("features").GetInt32());
        Assert.True(json.GetProperty("machine").GetProperty("cores").GetInt32() > 0);
        Assert.Equal(6400, json.GetProperty("settings").GetProperty("rows").GetInt32());
        JsonElement single = json.GetProperty("singleRow");
        Assert.Equal(200, single.GetProperty("nanosecondsPerRow").GetProperty("count").GetInt32());
        double p50 = single.GetProperty("nanosecondsPerRow").GetProperty("p50").GetDouble();
        Assert.InRange(p50, double.Epsilon, single.GetProperty("nanosecondsPerRow").GetProperty("p99").GetDouble());
        Assert.Equal(0, single.GetProperty("allocatedBytesPerRow").GetDouble());
        Assert.Equal(2, json.GetProperty("batch").GetProperty("rounds").GetArrayLength());
        Assert.True(json.GetProperty("batch").GetProperty("rowsPerSecond").GetDouble() > 0);
    }

    [Fact]
    public async Task A_measurement_is_a_table_for_people()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of(
            "bench", "tabular", "--model", Models.Linear(folder), "--rows", "64", "--rounds", "1");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("single row, p99", run.Out);
        Assert.Matches(@"allocated for a row +│ 0 bytes", run.Out);
    }
}
