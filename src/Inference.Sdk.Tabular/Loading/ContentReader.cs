namespace Inference.Sdk.Tabular;

/// <summary>Reads models whole. They are hashed and parsed from memory, so their size is bounded by that of an
/// array.</summary>
internal static class ContentReader
{
    public static LoadedContent ReadFile(string path, string what)
    {
        try
        {
            using FileStream stream = Open(path);
            byte[] bytes = Allocate(stream.Length, path, what);
            int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new LoadedContent(path, bytes.AsMemory(0, count));
        }
        catch (Exception e) when (Translate(e, path, what) is { } error)
        {
            throw error;
        }
    }

    public static async ValueTask<LoadedContent> ReadFileAsync(
        string path, string what, CancellationToken cancellationToken)
    {
        try
        {
            FileStream stream = Open(path);
            await using (stream.ConfigureAwait(false))
            {
                byte[] bytes = Allocate(stream.Length, path, what);
                int count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
                return new LoadedContent(path, bytes.AsMemory(0, count));
            }
        }
        catch (Exception e) when (Translate(e, path, what) is { } error)
        {
            throw error;
        }
    }

    public static async ValueTask<LoadedContent> ReadStreamAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new MemoryStream();
            await using (buffer.ConfigureAwait(false))
            {
                await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
                return new LoadedContent(null, buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            }
        }
        catch (Exception e) when (Translate(e, null, "model") is { } error)
        {
            throw error;
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0,
            FileOptions.SequentialScan | FileOptions.Asynchronous);

    private static byte[] Allocate(long length, string path, string what) =>
        length <= Array.MaxLength
            ? new byte[length]
            : throw new ModelLoadException(
                ModelLoadError.Unsupported, path,
                $"The {what} '{path}' has {length} bytes, and at most {Array.MaxLength} can be loaded. Train "
                + "fewer or smaller trees.");

    private static ModelLoadException? Translate(Exception error, string? path, string what) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => new ModelLoadException(
            ModelLoadError.NotFound, path,
            $"There is no {what} at '{path}'. Check the path; a relative one starts at "
            + $"'{Environment.CurrentDirectory}'.",
            error),
        UnauthorizedAccessException => new ModelLoadException(
            ModelLoadError.AccessDenied, path,
            $"The {what} '{path}' cannot be read: {error.Message} Give the process the right to read it, and "
            + "check that the path is a file's.",
            error),
        OutOfMemoryException => new ModelLoadException(
            ModelLoadError.OutOfMemory, path, $"There is not enough memory to read the {what}{Named(path)}.", error),
        IOException => new ModelLoadException(
            ModelLoadError.AccessDenied, path,
            $"The {what}{Named(path)} cannot be read: {error.Message} Check the disk and whether another process "
            + "holds it.",
            error),
        _ => null,
    };

    private static string Named(string? path) => path is null ? "" : $" '{path}'";
}
