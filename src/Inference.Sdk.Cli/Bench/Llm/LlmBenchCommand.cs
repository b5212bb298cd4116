using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>Makes the verb `bench llm` of the command line.</summary>
internal static class LlmBenchCommand
{
    public static Command Create(CommandInvoker invoker)
    {
        var options = new LlmBenchOptionSet();
        var command = new VerbCommand(
            "llm",
            "Measures a language model, in turns with llama.cpp's own decode loop on the same libraries, model and threads.")
        {
            Examples =
            [
                "inference bench llm --model model.gguf --threads 2",
                "inference bench llm --model model.gguf --parallel 8 --prompt-tokens 256 --gen 64 --threads 4 --json",
            ],
        };
        options.AddTo(command);
        command.SetAction(invoker.Invoke((parsed, cancellationToken) =>
            new LlmBenchVerb(invoker.Console, invoker.IsVerbose(parsed))
                .RunAsync(options.Read(parsed), options.IsJson(parsed), cancellationToken)));
        return command;
    }
}
