using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>Reads the primitives of a GGUF header. Whatever length the file claims is compared with what is left of the
/// file before anything is allocated for it.</summary>
internal sealed class GgufReader
{
    // Far above any real header (a vocabulary of 256 k tokens takes about 10 MB), far below what hurts a host.
    private const long MaxHeaderBytes = 512L << 20;

    private readonly Stream _stream;
    private readonly string _path;
    private readonly byte[] _scratch = new byte[8];

    /// <summary>Makes a reader.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="path">Its path, for errors.</param>
    public GgufReader(Stream stream, string path)
    {
        _stream = stream;
        _path = path;
        Length = stream.Length;
    }

    /// <summary>Gets the file's path.</summary>
    public string Path => _path;

    /// <summary>Gets the file's length in bytes.</summary>
    public long Length { get; }

    /// <summary>Gets how much is read, in bytes.</summary>
    public long Position { get; private set; }

    /// <summary>Gets how much is left, in bytes.</summary>
    public long Remaining => Length - Position;

    /// <summary>Reads as many bytes as there are, up to a number; for looking at a file of unknown kind.</summary>
    public byte[] ReadUpTo(int count)
    {
        byte[] bytes = new byte[(int)Math.Min(count, Remaining)];
        Fill(bytes, "the beginning");
        return bytes;
    }

    /// <summary>Reads one byte.</summary>
    public byte ReadByte(string what)
    {
        Fill(_scratch.AsSpan(0, 1), what);
        return _scratch[0];
    }

    /// <summary>Reads 16 bits.</summary>
    public ushort ReadUInt16(string what)
    {
        Fill(_scratch.AsSpan(0, 2), what);
        return BinaryPrimitives.ReadUInt16LittleEndian(_scratch);
    }

    /// <summary>Reads 32 bits.</summary>
    public uint ReadUInt32(string what)
    {
        Fill(_scratch.AsSpan(0, 4), what);
        return BinaryPrimitives.ReadUInt32LittleEndian(_scratch);
    }

    /// <summary>Reads 64 bits.</summary>
    public ulong ReadUInt64(string what)
    {
        Fill(_scratch.AsSpan(0, 8), what);
        return BinaryPrimitives.ReadUInt64LittleEndian(_scratch);
    }

    /// <summary>Reads a count of things that take some bytes each at least.</summary>
    public int ReadCount(string what, int leastBytesEach, int most)
    {
        ulong count = ReadUInt64(what);
        if (count > (ulong)most)
        {
            throw Error(ModelLoadError.Corrupt, $"{what} is {count}, and at most {most} are sensible");
        }

        Require((long)count * leastBytesEach, what);
        return (int)count;
    }

    /// <summary>Reads a text.</summary>
    public string ReadString(string what)
    {
        byte[] bytes = new byte[ReadCount($"the length of {what}", 1, int.MaxValue / 2)];
        Fill(bytes, what);
        return Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : throw Error(ModelLoadError.Corrupt, $"{what} is not UTF-8");
    }

    /// <summary>Reads an array of texts.</summary>
    public GgufStringList ReadStrings(int count, string what)
    {
        using var utf8 = new MemoryStream();
        int[] ends = new int[count];
        byte[] buffer = [];
        for (int i = 0; i < count; i++)
        {
            int length = ReadCount($"the length of element {i} of {what}", 1, int.MaxValue / 2);
            if (buffer.Length < length)
            {
                buffer = new byte[Math.Max(length, 256)];
            }

            Span<byte> text = buffer.AsSpan(0, length);
            Fill(text, what);
            if (!Utf8.IsValid(text))
            {
                throw Error(ModelLoadError.Corrupt, $"element {i} of {what} is not UTF-8");
            }

            utf8.Write(text);
            ends[i] = (int)utf8.Length;
        }

        return new GgufStringList(utf8.ToArray(), ends);
    }

    /// <summary>Reads bytes.</summary>
    public void Fill(Span<byte> destination, string what)
    {
        Require(destination.Length, what);
        try
        {
            _stream.ReadExactly(destination);
        }
        catch (EndOfStreamException shrunk)
        {
            throw new ModelLoadException(
                ModelLoadError.Truncated, _path, $"{_path} became shorter while it was read.", shrunk);
        }

        Position += destination.Length;
    }

    /// <summary>Makes an error that says where.</summary>
    public ModelLoadException Error(ModelLoadError reason, string wrong) => new(
        reason, _path, $"{_path} cannot be loaded: at byte {Position} {wrong}. {Remedy(reason)}");

    private static string Remedy(ModelLoadError reason) => reason == ModelLoadError.Unsupported
        ? "Use another build of the model."
        : "The file is damaged: fetch it again and compare its checksum.";

    private void Require(long bytes, string what)
    {
        if (bytes > Remaining)
        {
            throw Error(
                ModelLoadError.Truncated, $"{what} needs {bytes} bytes, and the file of {Length} bytes has {Remaining} more");
        }

        if (Position + bytes > MaxHeaderBytes)
        {
            throw Error(ModelLoadError.Corrupt, $"{what} makes the header larger than {MaxHeaderBytes} bytes");
        }
    }
}
