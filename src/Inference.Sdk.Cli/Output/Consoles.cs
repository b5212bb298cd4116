using Spectre.Console;

namespace Inference.Sdk.Cli.Output;

/// <summary>Makes consoles for tables and progress.</summary>
internal static class Consoles
{
    /// <summary>Makes a console over a writer; without colours where no terminal reads it.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool isTerminal) =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new TextWriterOutput(writer, isTerminal),
        });
}
