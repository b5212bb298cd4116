namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>What the header of a GGUF file says, checked for being well-formed and within the file. Immutable.</summary>
internal sealed record GgufFile
{
    /// <summary>Gets the file.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the version of the file format, 2 or 3.</summary>
    public required int Version { get; init; }

    /// <summary>Gets what the tensors' offsets are multiples of, in bytes.</summary>
    public required int Alignment { get; init; }

    /// <summary>Gets where the data section begins, in bytes.</summary>
    public required long DataOffset { get; init; }

    /// <summary>Gets the file's length in bytes.</summary>
    public required long FileLength { get; init; }

    /// <summary>Gets the metadata.</summary>
    public required GgufMetadata Metadata { get; init; }

    /// <summary>Gets the tensors, in the file's order.</summary>
    public required IReadOnlyList<GgufTensor> Tensors { get; init; }

    /// <summary>Reads a file's header.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="ModelLoadException">The file cannot be read, or is not a well-formed GGUF file.</exception>
    public static GgufFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
            return new GgufHeaderParser(new GgufReader(stream, path)).Parse();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelLoadException(
                ModelLoadError.NotFound, path, $"There is no file {System.IO.Path.GetFullPath(path)}. Check the path.", missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            string remedy = Directory.Exists(path)
                ? "It is a folder: name the .gguf file in it."
                : "Give the process the right to read it.";
            throw new ModelLoadException(ModelLoadError.AccessDenied, path, $"{path} cannot be opened. {remedy}", denied);
        }
        catch (IOException failure)
        {
            throw new ModelLoadException(
                ModelLoadError.AccessDenied, path, $"{path} cannot be read: {failure.Message}", failure);
        }
    }
}
