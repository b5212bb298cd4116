using System.Text;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Tests.Support;

/// <summary>What one command line did, in process.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static Task<CommandRun> Of(params string[] args) => With(null, CancellationToken.None, args);

    public static async Task<CommandRun> With(string? input, CancellationToken cancellationToken, params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input ?? ""));
        var console = new CliConsole
        {
            Input = stream,
            Out = output,
            Error = error,
            IsInputRedirected = input is not null,
        };
        int code = await InferenceCommand.RunAsync(args, console, cancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
