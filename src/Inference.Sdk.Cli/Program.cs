using System.Text;
using Inference.Sdk.Cli;
using Inference.Sdk.Cli.Commands;

// Without a byte order mark, whatever the terminal's code page: results are data. The process ends with these streams, and
// the command flushes what it wrote.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var console = new CliConsole
{
    Input = Console.OpenStandardInput(),
    Out = new StreamWriter(Console.OpenStandardOutput(), utf8),
    Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
    IsInputRedirected = Console.IsInputRedirected,
    IsOutputTerminal = !Console.IsOutputRedirected,
    IsErrorTerminal = !Console.IsErrorRedirected,
};

using var signals = new TerminationSignals();
return await InferenceCommand.RunAsync(args, console, signals.Token).ConfigureAwait(false);
