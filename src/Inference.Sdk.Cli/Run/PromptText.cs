using System.Text;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Run;

/// <summary>Finds the prompt: on the command line, or on standard input.</summary>
internal static class PromptText
{
    /// <summary>Reads the prompt.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="InvalidRequestException">It is not UTF-8.</exception>
    public static async Task<string> ReadAsync(string? option, CliConsole console, CancellationToken cancellationToken)
    {
        if (option is not (null or "-"))
        {
            return option.Length > 0 ? option : throw new UsageException("The prompt is empty. Give -p a text.");
        }

        if (option is null && !console.IsInputRedirected)
        {
            throw new UsageException(
                "There is no prompt. Give one with -p TEXT, or pipe one in; -p - reads what is typed.");
        }

        try
        {
            using var reader = new StreamReader(
                console.Input, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            string text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);

            // The line end that `echo` adds is not part of the question.
            text = text.TrimEnd('\r', '\n');
            return text.Length > 0
                ? text
                : throw new UsageException("Standard input is empty. Give a prompt with -p TEXT, or pipe one in.");
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidRequestException(
                "Standard input is not UTF-8 text. Convert it to UTF-8.", innerException: exception);
        }
    }
}
