using System.Text;
using Spectre.Console;

namespace Inference.Sdk.Cli.Output;

/// <summary>A text writer as Spectre.Console wants it: it only recognizes the process's own as terminals.</summary>
internal sealed class TextWriterOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
{
    // Wide enough that no cell is wrapped where a program reads the table.
    private const int RedirectedWidth = 200;

    public TextWriter Writer => writer;

    public bool IsTerminal => isTerminal;

    public int Width => isTerminal ? Math.Max(Console.WindowWidth, 40) : RedirectedWidth;

    public int Height => isTerminal ? Math.Max(Console.WindowHeight, 10) : 50;

    public void SetEncoding(Encoding encoding)
    {
        // The writer was made with its encoding.
    }
}
