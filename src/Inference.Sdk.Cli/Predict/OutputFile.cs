using System.Text;

namespace Inference.Sdk.Cli.Predict;

/// <summary>A file that is there whole or not at all: it is written under another name, and renamed when it is done.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private readonly string _temporary;
    private readonly string _target;
    private bool _isCommitted;

    private OutputFile(string target, string temporary, StreamWriter writer)
    {
        _target = target;
        _temporary = temporary;
        Writer = writer;
    }

    /// <summary>Gets what writes it, in UTF-8.</summary>
    public StreamWriter Writer { get; }

    /// <summary>Begins a file, which appears when it is committed and replaces one of its name.</summary>
    /// <param name="path">Its path. A link stays one: the file it points at is replaced. Devices are written directly.
    /// </param>
    public static OutputFile Create(string path)
    {
        string target = PathIdentity.Resolve(path);
        string temporary = PathIdentity.IsDevice(target)
            ? target
            : Path.Combine(
                Path.GetDirectoryName(target)!,
                $".{Path.GetFileName(target)}.{Guid.NewGuid().ToString("N")[..8]}.tmp");
        if (Directory.Exists(target))
        {
            throw new IOException($"'{path}' is a folder. Give --output the path of a file.");
        }

        var stream = new FileStream(
            temporary,
            temporary == target ? FileMode.Open : FileMode.CreateNew,
            FileAccess.Write,
            FileShare.Read,
            64 * 1024,
            FileOptions.Asynchronous);
        return new OutputFile(target, temporary, new StreamWriter(stream, new UTF8Encoding(false)));
    }

    /// <summary>Writes what is left and gives the file its name.</summary>
    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await Writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        await Writer.DisposeAsync().ConfigureAwait(false);
        if (_temporary != _target)
        {
            File.Move(_temporary, _target, overwrite: true);
        }

        _isCommitted = true;
    }

    /// <summary>Removes what was written, where it was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isCommitted)
        {
            return;
        }

        await Writer.DisposeAsync().ConfigureAwait(false);
        if (_temporary != _target)
        {
            File.Delete(_temporary);
        }
    }
}
