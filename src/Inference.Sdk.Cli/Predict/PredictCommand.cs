using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Predict;

/// <summary>Makes the verb `predict` of the command line.</summary>
internal static class PredictCommand
{
    public static Command Create(CommandInvoker invoker)
    {
        var options = new PredictOptionSet();
        var command = new VerbCommand(
            "predict", "Copies the rows of a CSV file, each with a tabular model's prediction behind it.")
        {
            Examples =
            [
                "inference predict house-price.xgb.json --input houses.csv --output priced.csv",
                "cat houses.csv | inference predict house-price.xgb.json -i - -o - | head",
            ],
        };
        options.AddTo(command);
        command.SetAction(invoker.Invoke((parsed, cancellationToken) => new PredictVerb(invoker.Console)
            .RunAsync(options.Read(parsed, invoker.IsVerbose(parsed)), cancellationToken)));
        return command;
    }
}
