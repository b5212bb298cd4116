using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>Makes the verb `bench tabular` of the command line.</summary>
internal static class TabularBenchCommand
{
    public static Command Create(CommandInvoker invoker)
    {
        var model = new Option<string>("--model", "-m")
        {
            Description = "The tabular model's file.",
            HelpName = "file",
            Required = true,
        };
        Option<int> rows = OptionChecks.Integer(
            "--rows", "Rows to make up, of values such as the model was trained on.", SingleRowBench.RowsPerSample, 10_000_000, 100_000);
        Option<int> threads = OptionChecks.Integer(
            "--threads", "Threads of the batch measurement.", 1, 1024, Environment.ProcessorCount);
        Option<int> rounds = OptionChecks.Integer("--rounds", "Times to go through the rows.", 1, 1000, 5);
        Option<float?> missing = OptionChecks.Number(
            "--missing", "The share of optional values that are missing. [default: 0.05]", 0, 1);
        Option<int> seed = OptionChecks.Integer("--seed", "Of the rows.", 0, int.MaxValue, 1);
        var json = new Option<bool>("--json") { Description = "Write one JSON object." };
        var command = new VerbCommand(
            "tabular", "Measures a tabular model: the time and memory of a single row, the rows a second of a batch.")
        {
            Examples = ["inference bench tabular --model house-price.xgb.json --rows 100000 --threads 2 --json"],
        };
        foreach (Option option in new Option[] { model, rows, threads, rounds, missing, seed, json })
        {
            command.Add(option);
        }

        command.SetAction(invoker.Invoke((parsed, cancellationToken) =>
        {
            var settings = new TabularBenchSettings(
                parsed.GetRequiredValue(model),
                parsed.GetValue(rows),
                parsed.GetValue(threads),
                parsed.GetValue(rounds),
                parsed.GetValue(missing) ?? 0.05f,
                parsed.GetValue(seed));
            return new TabularBenchVerb(invoker.Console).RunAsync(settings, parsed.GetValue(json), cancellationToken);
        }));
        return command;
    }
}
