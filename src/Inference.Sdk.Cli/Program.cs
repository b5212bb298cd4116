using System.Text;
using Inference.Sdk.Cli;
using Inference.Sdk.Cli.Commands;

// Buffered and without a byte order mark, whatever the terminal's code page: results are data.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var signals = new TerminationSignals();

return await InferenceCommand.RunAsync(
    args,
    new CliConsole
    {
        Input = Console.OpenStandardInput(),
        Out = output,
        Error = error,
        IsInputRedirected = Console.IsInputRedirected,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
    },
    signals.Token);
