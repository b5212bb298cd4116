using System.Collections.ObjectModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>Reads a header: <c>GGUF</c>, version, counts, metadata, tensors, as docs/gguf.md of ggml describes it.</summary>
internal sealed partial class GgufHeaderParser
{
    private const string AlignmentKey = "general.alignment";
    private const int DefaultAlignment = 32;
    private const int MaxAlignment = 1 << 20;

    // llama.cpp compares each name with each other one, so that a larger number would keep it busy for minutes.
    private const int MaxEntries = 1 << 16;

    // A key's length and one character, a type and one byte.
    private const int LeastValueBytes = 8 + 1 + 4 + 1;

    private readonly GgufReader _reader;

    /// <summary>Makes a parser.</summary>
    /// <param name="reader">The file, at its beginning.</param>
    public GgufHeaderParser(GgufReader reader) => _reader = reader;

    /// <summary>Reads the header.</summary>
    /// <returns>What it says.</returns>
    public GgufFile Parse()
    {
        byte[] magic = _reader.ReadUpTo(4);
        if (!magic.AsSpan().SequenceEqual("GGUF"u8))
        {
            throw new ModelLoadException(
                ModelLoadError.UnknownFormat, _reader.Path,
                $"{_reader.Path} is not a GGUF file: {GgufLookalikes.Describe([.. magic, .. _reader.ReadUpTo(60)])}");
        }

        int version = ReadVersion();
        int tensorCount = _reader.ReadCount("the number of tensors", LeastTensorBytes, MaxEntries);
        int valueCount = _reader.ReadCount("the number of metadata values", LeastValueBytes, MaxEntries);
        GgufMetadata metadata = ReadMetadata(valueCount);
        RefuseSplit(metadata);
        int alignment = ReadAlignment(metadata);
        List<GgufTensor> tensors = ReadTensors(tensorCount, alignment);
        long dataOffset = (_reader.Position + alignment - 1) / alignment * alignment;
        CheckExtents(tensors, dataOffset);
        return new GgufFile
        {
            Path = _reader.Path,
            Version = version,
            Alignment = alignment,
            DataOffset = dataOffset,
            FileLength = _reader.Length,
            Metadata = metadata,
            Tensors = tensors,
        };
    }

    private int ReadVersion()
    {
        uint version = _reader.ReadUInt32("the version");
        if (version is 2 or 3)
        {
            return (int)version;
        }

        string wrong = version switch
        {
            1 => "it is of version 1 of the format, which llama.cpp no longer reads; convert the model again",
            > 0xFFFF when (version & 0xFFFF) == 0 => "it is big-endian; convert the model for a little-endian machine",
            _ => $"it is of version {version} of the format, and versions 2 and 3 are known",
        };
        throw _reader.Error(ModelLoadError.Unsupported, wrong);
    }

    private GgufMetadata ReadMetadata(int count)
    {
        var values = new OrderedDictionary<string, GgufValue>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string key = _reader.ReadString($"metadata key {i}");
            if (key.Length == 0 || key.Contains('\0', StringComparison.Ordinal))
            {
                throw _reader.Error(ModelLoadError.Corrupt, $"metadata key {i} is empty or has a zero character");
            }

            GgufValueType type = ReadValueType(key);
            GgufValue value = type == GgufValueType.Array ? ReadArray(key) : new GgufValue(type, ReadSingle(type, key));
            if (!values.TryAdd(key, value))
            {
                throw _reader.Error(ModelLoadError.Corrupt, $"the metadata key {key} comes twice");
            }
        }

        return new GgufMetadata(values);
    }

    private GgufValueType ReadValueType(string key)
    {
        uint type = _reader.ReadUInt32($"the type of {key}");
        return type <= (uint)GgufValueType.Float64
            ? (GgufValueType)type
            : throw _reader.Error(ModelLoadError.Corrupt, $"{key} has the unknown type {type}");
    }

    private object ReadSingle(GgufValueType type, string key) => type switch
    {
        GgufValueType.UInt8 => _reader.ReadByte(key),
        GgufValueType.Int8 => (sbyte)_reader.ReadByte(key),
        GgufValueType.UInt16 => _reader.ReadUInt16(key),
        GgufValueType.Int16 => (short)_reader.ReadUInt16(key),
        GgufValueType.UInt32 => _reader.ReadUInt32(key),
        GgufValueType.Int32 => (int)_reader.ReadUInt32(key),
        GgufValueType.Float32 => BitConverter.UInt32BitsToSingle(_reader.ReadUInt32(key)),
        GgufValueType.Boolean => ReadBoolean(key),
        GgufValueType.String => _reader.ReadString(key),
        GgufValueType.UInt64 => _reader.ReadUInt64(key),
        GgufValueType.Int64 => (long)_reader.ReadUInt64(key),
        _ => BitConverter.UInt64BitsToDouble(_reader.ReadUInt64(key)),
    };

    private bool ReadBoolean(string key)
    {
        byte value = _reader.ReadByte(key);
        return value <= 1
            ? value == 1
            : throw _reader.Error(ModelLoadError.Corrupt, $"{key} is {value}, and a truth value is 0 or 1");
    }

    private GgufValue ReadArray(string key)
    {
        GgufValueType element = ReadValueType(key);
        int size = element switch
        {
            GgufValueType.UInt8 or GgufValueType.Int8 or GgufValueType.Boolean => 1,
            GgufValueType.UInt16 or GgufValueType.Int16 => 2,
            GgufValueType.UInt64 or GgufValueType.Int64 or GgufValueType.Float64 or GgufValueType.String => 8,
            _ => 4,
        };
        if (element == GgufValueType.Array)
        {
            throw _reader.Error(ModelLoadError.Unsupported, $"{key} is an array of arrays, which llama.cpp does not read");
        }

        int count = _reader.ReadCount($"the number of elements of {key}", size, int.MaxValue / size);
        object values = element switch
        {
            GgufValueType.UInt8 => ReadNumbers<byte>(count, key),
            GgufValueType.Int8 => ReadNumbers<sbyte>(count, key),
            GgufValueType.UInt16 => ReadNumbers<ushort>(count, key),
            GgufValueType.Int16 => ReadNumbers<short>(count, key),
            GgufValueType.UInt32 => ReadNumbers<uint>(count, key),
            GgufValueType.Int32 => ReadNumbers<int>(count, key),
            GgufValueType.Float32 => ReadNumbers<float>(count, key),
            GgufValueType.Boolean => ReadBooleans(count, key),
            GgufValueType.String => _reader.ReadStrings(count, key),
            GgufValueType.UInt64 => ReadNumbers<ulong>(count, key),
            GgufValueType.Int64 => ReadNumbers<long>(count, key),
            _ => ReadNumbers<double>(count, key),
        };
        return new GgufValue(GgufValueType.Array, values, element, count);
    }

    private ReadOnlyCollection<bool> ReadBooleans(int count, string key)
    {
        bool[] values = new bool[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ReadBoolean(key);
        }

        return Array.AsReadOnly(values);
    }

    // Read-only outside: an array that is handed out as it is could be changed through a cast.
    private ReadOnlyCollection<T> ReadNumbers<T>(int count, string key)
        where T : unmanaged
    {
        // Every platform that .NET 10 runs on is little-endian, as the file is, except s390x, which llama.cpp's libraries
        // are not packaged for.
        var values = new T[count];
        _reader.Fill(MemoryMarshal.AsBytes(values.AsSpan()), key);
        return Array.AsReadOnly(values);
    }

    private void RefuseSplit(GgufMetadata metadata)
    {
        if (metadata.GetInt64("split.count") is > 1 and long parts)
        {
            throw new ModelLoadException(
                ModelLoadError.Unsupported, _reader.Path,
                $"{_reader.Path} is part {metadata.GetInt64("split.no") + 1} of {parts} of a split model. Merge the parts into "
                + "one file with llama.cpp's llama-gguf-split --merge, and load that.");
        }
    }

    private int ReadAlignment(GgufMetadata metadata)
    {
        if (!metadata.TryGetValue(AlignmentKey, out GgufValue? value))
        {
            return DefaultAlignment;
        }

        return value.Value is uint alignment && BitOperations.IsPow2(alignment) && alignment <= MaxAlignment
            ? (int)alignment
            : throw _reader.Error(
                ModelLoadError.Corrupt, $"{AlignmentKey} is {value}, and it is an unsigned 32-bit power of two up to {MaxAlignment}");
    }
}
