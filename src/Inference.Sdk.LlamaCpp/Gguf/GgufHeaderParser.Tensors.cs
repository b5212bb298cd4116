namespace Inference.Sdk.LlamaCpp.Gguf;

internal sealed partial class GgufHeaderParser
{
    // A name's length and one character, the number of dimensions, one dimension, a type, an offset.
    private const int LeastTensorBytes = 8 + 1 + 4 + 8 + 4 + 8;
    private const int MaxDimensions = 4;

    // ggml keeps names in 64 bytes, the terminating zero included.
    private const int MaxNameBytes = 63;

    private List<GgufTensor> ReadTensors(int count, int alignment)
    {
        var tensors = new List<GgufTensor>(count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            GgufTensor tensor = ReadTensor(i);
            if (!names.Add(tensor.Name))
            {
                throw _reader.Error(ModelLoadError.Corrupt, $"the tensor {tensor.Name} comes twice");
            }

            if (tensor.Offset % alignment != 0)
            {
                throw _reader.Error(
                    ModelLoadError.Corrupt, $"the tensor {tensor.Name} begins at {tensor.Offset}, not a multiple of {alignment}");
            }

            tensors.Add(tensor);
        }

        return tensors;
    }

    private GgufTensor ReadTensor(int index)
    {
        string name = _reader.ReadString($"the name of tensor {index}");
        if (name.Length == 0
            || name.Contains('\0', StringComparison.Ordinal)
            || System.Text.Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
        {
            throw _reader.Error(
                ModelLoadError.Corrupt, $"tensor {index} has a name that is empty, longer than {MaxNameBytes} bytes or cut by a zero");
        }

        uint rank = _reader.ReadUInt32($"the dimensions of {name}");
        if (rank is 0 or > MaxDimensions)
        {
            throw _reader.Error(ModelLoadError.Corrupt, $"{name} has {rank} dimensions, and 1 to {MaxDimensions} are possible");
        }

        long[] dimensions = new long[rank];
        UInt128 elements = 1;
        for (int i = 0; i < dimensions.Length; i++)
        {
            ulong dimension = _reader.ReadUInt64($"a dimension of {name}");
            elements *= dimension;
            if (dimension is 0 or > long.MaxValue || elements > long.MaxValue)
            {
                throw _reader.Error(ModelLoadError.Corrupt, $"a dimension of {name} is {dimension}");
            }

            dimensions[i] = (long)dimension;
        }

        var type = (GgmlType)_reader.ReadUInt32($"the type of {name}");
        GgmlTypeLayout layout = GgmlTypeLayout.Find(type)
            ?? throw _reader.Error(
                ModelLoadError.Unsupported, $"{name} has the number format {(int)type}, which llama.cpp b10361 does not know");
        if (dimensions[0] % layout.BlockLength != 0)
        {
            throw _reader.Error(
                ModelLoadError.Corrupt, $"{name} has rows of {dimensions[0]} numbers, not whole blocks of {layout.BlockLength}");
        }

        UInt128 bytes = elements / (uint)layout.BlockLength * (uint)layout.BlockBytes;
        ulong offset = _reader.ReadUInt64($"the offset of {name}");
        if (bytes > long.MaxValue || offset > long.MaxValue)
        {
            throw _reader.Error(ModelLoadError.Corrupt, $"{name} takes {bytes} bytes from byte {offset} on");
        }

        return new GgufTensor
        {
            Name = name,
            Dimensions = Array.AsReadOnly(dimensions),
            Type = type,
            Offset = (long)offset,
            ByteLength = (long)bytes,
            ElementCount = (long)elements,
        };
    }

    private void CheckExtents(List<GgufTensor> tensors, long dataOffset)
    {
        long available = Math.Max(0, _reader.Length - dataOffset);
        foreach (GgufTensor tensor in tensors)
        {
            if (tensor.Offset > available || tensor.ByteLength > available - tensor.Offset)
            {
                throw new ModelLoadException(
                    ModelLoadError.Truncated, _reader.Path,
                    $"{_reader.Path} is truncated: {tensor.Name} needs {tensor.ByteLength} bytes from byte "
                    + $"{(UInt128)dataOffset + (ulong)tensor.Offset} on, and the file has {_reader.Length} bytes. Fetch it again.");
            }
        }
    }
}
