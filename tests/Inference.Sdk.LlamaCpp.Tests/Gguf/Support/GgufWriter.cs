using System.Text;
using Inference.Sdk.LlamaCpp.Gguf;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

/// <summary>Writes GGUF files for tests, also such as no tool would write.</summary>
internal sealed class GgufWriter
{
    private readonly List<(string Key, GgufValueType Type, Action<BinaryWriter> Write)> _values = [];
    private readonly List<(string Name, long[] Dimensions, GgmlType Type, byte[] Data)> _tensors = [];

    /// <summary>Gets or sets the version.</summary>
    public uint Version { get; set; } = 3;

    /// <summary>Gets or sets what tensors begin at multiples of.</summary>
    public int Alignment { get; set; } = 32;

    /// <summary>Gets the length of the header of the file that <see cref="ToArray"/> made last.</summary>
    public int HeaderLength { get; private set; }

    public GgufWriter Set(string key, string value) => Add(key, GgufValueType.String, w => WriteString(w, value));

    public GgufWriter Set(string key, uint value) => Add(key, GgufValueType.UInt32, w => w.Write(value));

    public GgufWriter Set(string key, int value) => Add(key, GgufValueType.Int32, w => w.Write(value));

    public GgufWriter Set(string key, ulong value) => Add(key, GgufValueType.UInt64, w => w.Write(value));

    public GgufWriter Set(string key, float value) => Add(key, GgufValueType.Float32, w => w.Write(value));

    public GgufWriter Set(string key, bool value) => Add(key, GgufValueType.Boolean, w => w.Write(value ? (byte)1 : (byte)0));

    public GgufWriter SetRaw(string key, GgufValueType type, params byte[] bytes) => Add(key, type, w => w.Write(bytes));

    public GgufWriter Set(string key, IReadOnlyList<string> values) => AddArray(key, GgufValueType.String, values, WriteString);

    public GgufWriter Set(string key, IReadOnlyList<float> values) =>
        AddArray(key, GgufValueType.Float32, values, (w, v) => w.Write(v));

    public GgufWriter Set(string key, IReadOnlyList<int> values) =>
        AddArray(key, GgufValueType.Int32, values, (w, v) => w.Write(v));

    public GgufWriter Set(string key, IReadOnlyList<uint> values) =>
        AddArray(key, GgufValueType.UInt32, values, (w, v) => w.Write(v));

    public GgufWriter Remove(string key)
    {
        _values.RemoveAll(value => value.Key == key);
        return this;
    }

    /// <summary>Adds a value again that is there already.</summary>
    public GgufWriter Duplicate(string key)
    {
        _values.Add(_values.Single(value => value.Key == key));
        return this;
    }

    public GgufWriter Tensor(string name, GgmlType type, byte[] data, params long[] dimensions)
    {
        _tensors.RemoveAll(tensor => tensor.Name == name);
        _tensors.Add((name, dimensions, type, data));
        return this;
    }

    public GgufWriter Tensor(string name, float[] data, params long[] dimensions)
    {
        byte[] bytes = new byte[data.Length * sizeof(float)];
        Buffer.BlockCopy(data, 0, bytes, 0, bytes.Length);
        return Tensor(name, GgmlType.F32, bytes, dimensions);
    }

    /// <summary>Gets the tensors' names and shapes.</summary>
    public IReadOnlyList<(string Name, long[] Shape)> Tensors =>
        [.. _tensors.Select(tensor => (tensor.Name, tensor.Dimensions))];

    public GgufWriter RemoveTensor(string name)
    {
        _tensors.RemoveAll(tensor => tensor.Name == name);
        return this;
    }

    public GgufWriter DuplicateTensor(string name)
    {
        _tensors.Add(_tensors.Single(tensor => tensor.Name == name));
        return this;
    }

    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("GGUF"u8);
        writer.Write(Version);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_values.Count);
        foreach ((string key, GgufValueType type, Action<BinaryWriter> write) in _values)
        {
            WriteString(writer, key);
            writer.Write((uint)type);
            write(writer);
        }

        long offset = 0;
        foreach ((string name, long[] dimensions, GgmlType type, byte[] data) in _tensors)
        {
            WriteString(writer, name);
            writer.Write((uint)dimensions.Length);
            foreach (long dimension in dimensions)
            {
                writer.Write(dimension);
            }

            writer.Write((uint)type);
            writer.Write(offset);
            offset += Pad(data.Length);
        }

        HeaderLength = (int)stream.Length;
        writer.Write(new byte[Pad(stream.Length) - stream.Length]);
        foreach ((_, _, _, byte[] data) in _tensors)
        {
            writer.Write(data);
            writer.Write(new byte[Pad(data.Length) - data.Length]);
        }

        return stream.ToArray();
    }

    private static void WriteString(BinaryWriter writer, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)utf8.Length);
        writer.Write(utf8);
    }

    private long Pad(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private GgufWriter AddArray<T>(string key, GgufValueType element, IReadOnlyList<T> values, Action<BinaryWriter, T> write) =>
        Add(key, GgufValueType.Array, w =>
        {
            w.Write((uint)element);
            w.Write((ulong)values.Count);
            foreach (T value in values)
            {
                write(w, value);
            }
        });

    private GgufWriter Add(string key, GgufValueType type, Action<BinaryWriter> write)
    {
        Remove(key);
        _values.Add((key, type, write));
        return this;
    }
}
