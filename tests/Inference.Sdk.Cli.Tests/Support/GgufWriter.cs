using System.Text;

namespace Inference.Sdk.Cli.Tests.Support;

/// <summary>Writes GGUF files of version 3, as its specification lays them out.</summary>
internal sealed class GgufWriter
{
    private const uint TypeUInt32 = 4;
    private const uint TypeString = 8;
    private const uint TypeArray = 9;
    private const int Alignment = 32;

    private readonly List<byte[]> _entries = [];

    /// <summary>Writes the header of a small llama with one tensor of 64 x 3 numbers in 32 bits.</summary>
    public static string TinyLlama(TemporaryFolder folder, string name)
    {
        byte[] file = new GgufWriter()
            .Text("general.architecture", "llama")
            .Text("general.name", "tiny")
            .Number("llama.context_length", 2048)
            .Number("llama.block_count", 2)
            .Number("llama.embedding_length", 64)
            .Number("llama.feed_forward_length", 128)
            .Number("llama.attention.head_count", 4)
            .Number("llama.attention.head_count_kv", 2)
            .Text("tokenizer.ggml.model", "gpt2")
            .Texts("tokenizer.ggml.tokens", "a", "b", "c")
            .Build("token_embd.weight", 64, 3);
        string path = folder.Combine(name);
        File.WriteAllBytes(path, file);
        return path;
    }

    public GgufWriter Text(string key, string value) => Entry(key, TypeString, writer => Write(writer, value));

    public GgufWriter Number(string key, uint value) => Entry(key, TypeUInt32, writer => writer.Write(value));

    public GgufWriter Texts(string key, params string[] values) => Entry(key, TypeArray, writer =>
    {
        writer.Write(TypeString);
        writer.Write((ulong)values.Length);
        foreach (string value in values)
        {
            Write(writer, value);
        }
    });

    public byte[] Build(string tensor, ulong columns, ulong rows)
    {
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write(1ul);
        writer.Write((ulong)_entries.Count);
        _entries.ForEach(writer.Write);
        Write(writer, tensor);
        writer.Write(2u);
        writer.Write(columns);
        writer.Write(rows);
        writer.Write(0u);
        writer.Write(0ul);
        writer.Write(new byte[(Alignment - (file.Length % Alignment)) % Alignment]);
        writer.Write(new byte[columns * rows * sizeof(float)]);
        writer.Flush();
        return file.ToArray();
    }

    private static void Write(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private GgufWriter Entry(string key, uint type, Action<BinaryWriter> write)
    {
        var entry = new MemoryStream();
        using var writer = new BinaryWriter(entry);
        Write(writer, key);
        writer.Write(type);
        write(writer);
        writer.Flush();
        _entries.Add(entry.ToArray());
        return this;
    }
}
