using System.CommandLine;
using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Commands;

/// <summary>Runs a verb and turns whatever becomes of it into a message on standard error and an exit code.</summary>
internal sealed class CommandInvoker(CliConsole console, Option<bool> verbose)
{
    /// <summary>Gets the console that verbs write to.</summary>
    public CliConsole Console => console;

    /// <summary>Makes an action of a verb.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Invoke(Func<ParseResult, CancellationToken, Task> verb) =>
        (parsed, cancellationToken) => InvokeAsync(parsed, verb, cancellationToken);

    /// <summary>Tells whether the command line asks for logs and stack traces.</summary>
    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(verbose);

    private async Task<int> InvokeAsync(
        ParseResult parsed, Func<ParseResult, CancellationToken, Task> verb, CancellationToken cancellationToken)
    {
        try
        {
            await verb(parsed, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Cancelled.").ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (UsageException exception)
        {
            await console.Error.WriteLineAsync($"error: {exception.Message}").ConfigureAwait(false);
            return ExitCodes.Usage;
        }
        catch (Exception exception)
        {
            await console.Error.WriteLineAsync($"error: {ErrorText.Describe(exception)}").ConfigureAwait(false);
            if (IsVerbose(parsed))
            {
                await console.Error.WriteLineAsync(exception.ToString()).ConfigureAwait(false);
            }

            return ExitCodes.Failure;
        }
    }
}
