using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Inference.Sdk.Cli.Bench;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Inspect;
using Inference.Sdk.Cli.Predict;
using Inference.Sdk.Cli.Run;

namespace Inference.Sdk.Cli;

/// <summary>The command line: its verbs, and how they are run.</summary>
internal static class InferenceCommand
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="console">Where input comes from and output goes.</param>
    /// <param name="cancellationToken">Ends the command in order.</param>
    /// <returns>The exit code: see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, CliConsole console, CancellationToken cancellationToken)
    {
        // No response files: a prompt may begin with "@".
        ParseResult parsed = Build(console).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,

            // The caller turns signals into its token.
            ProcessTerminationTimeout = null,
        };

        if (parsed.Action is ParseErrorAction)
        {
            return await ReportUsageAsync(parsed, console).ConfigureAwait(false);
        }

        int code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        await console.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        return code;
    }

    private static RootCommand Build(CliConsole console)
    {
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Write logs, and the stack traces of errors, to standard error.",
            Recursive = true,
        };
        var root = new RootCommand("Runs, predicts with, inspects and measures GGUF and tabular models.") { verbose };
        var invoker = new CommandInvoker(console, verbose);
        root.Add(RunCommand.Create(invoker));
        root.Add(PredictCommand.Create(invoker));
        root.Add(InspectCommand.Create(invoker));
        root.Add(BenchCommand.Create(invoker));

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamplesAction((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        return root;
    }

    private static async Task<int> ReportUsageAsync(ParseResult parsed, CliConsole console)
    {
        foreach (string message in parsed.Errors.Select(e => e.Message).Distinct())
        {
            await console.Error.WriteLineAsync($"error: {message}").ConfigureAwait(false);
        }

        string verb = string.Join(' ', Path(parsed.CommandResult.Command));
        await console.Error.WriteLineAsync($"Run '{verb} --help' for what it takes.").ConfigureAwait(false);
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> Path(Command command)
    {
        Command? parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? ["inference"] : Path(parent).Append(command.Name);
    }
}
