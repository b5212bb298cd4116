using System.Text;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Predict;

/// <summary>The text that rows are read from: a file's, or standard input's.</summary>
internal sealed class InputFile : IDisposable
{
    private InputFile(string name, Stream stream)
    {
        Name = name;
        Stream = stream;

        // Invalid bytes are an error: replaced by question marks, they would be copied to the output.
        Reader = new StreamReader(
            stream, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 64 * 1024, leaveOpen: true);
    }

    /// <summary>Gets its name, for messages.</summary>
    public string Name { get; }

    /// <summary>Gets its bytes.</summary>
    public Stream Stream { get; }

    /// <summary>Gets its text, without a byte order mark.</summary>
    public StreamReader Reader { get; }

    /// <summary>Opens a file, or standard input.</summary>
    public static InputFile Open(string path, CliConsole console) => path == PredictSettings.Standard
        ? new InputFile("standard input", console.Input)
        : new InputFile(
            Path.GetFileName(path),
            new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan));

    public void Dispose()
    {
        Reader.Dispose();
        if (Stream is FileStream)
        {
            Stream.Dispose();
        }
    }
}
