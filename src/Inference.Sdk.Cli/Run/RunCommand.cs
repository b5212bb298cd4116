using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Run;

/// <summary>Makes the verb `run` of the command line.</summary>
internal static class RunCommand
{
    public static Command Create(CommandInvoker invoker)
    {
        var options = new RunOptionSet();
        var command = new VerbCommand("run", "Answers a prompt with a language model, and writes the answer as it comes.")
        {
            Examples =
            [
                "inference run model.gguf -p \"What is a tree ensemble?\"",
                "cat notes.txt | inference run model.gguf --system \"Summarize in one sentence.\" --temperature 0",
                "inference run model.gguf -p \"Name a fruit.\" --seed 7 --max-tokens 32 --json",
            ],
        };
        options.AddTo(command);
        command.SetAction(invoker.Invoke((parsed, cancellationToken) => new RunVerb(invoker.Console)
            .RunAsync(options.Read(parsed, invoker.IsVerbose(parsed)), cancellationToken)));
        return command;
    }
}
