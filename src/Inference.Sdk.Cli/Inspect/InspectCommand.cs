using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>Makes the verb `inspect` of the command line.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandInvoker invoker)
    {
        var model = new Argument<string>("model") { Description = "The file of a GGUF or tabular model, told by its content." };
        Option<int?> context = OptionChecks.Integer(
            "--context", "Compute memory for this many tokens a sequence. [default: the engine's choice]", 1);
        Option<int> sequences = OptionChecks.Integer(
            "--sequences", "Compute memory for this many sequences at a time.", 1, 256, 1);
        var json = new Option<bool>("--json") { Description = "Write one JSON object." };
        var command = new VerbCommand(
            "inspect", "Shows what a model's file tells: metadata, schema, sizes, and the memory it needs.")
        {
            Examples =
            [
                "inference inspect model.gguf --context 8192 --sequences 4",
                "inference inspect house-price.xgb.json",
                "inference inspect model.gguf --json | jq .gguf.memory",
            ],
        };
        command.Add(model);
        command.Add(context);
        command.Add(sequences);
        command.Add(json);
        command.SetAction(invoker.Invoke((parsed, cancellationToken) =>
        {
            var settings = new InspectSettings(
                parsed.GetRequiredValue(model),
                parsed.GetValue(context),
                parsed.GetValue(sequences),
                parsed.GetValue(json));
            return new InspectVerb(invoker.Console).RunAsync(settings, cancellationToken);
        }));
        return command;
    }
}
