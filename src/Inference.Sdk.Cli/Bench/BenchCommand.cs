using System.CommandLine;
using Inference.Sdk.Cli.Bench.Llm;
using Inference.Sdk.Cli.Bench.Tabular;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Bench;

/// <summary>Makes the verb `bench` of the command line.</summary>
internal static class BenchCommand
{
    public static Command Create(CommandInvoker invoker) =>
        new VerbCommand("bench", "Measures a model on this machine.")
        {
            LlmBenchCommand.Create(invoker),
            TabularBenchCommand.Create(invoker),
        };
}
