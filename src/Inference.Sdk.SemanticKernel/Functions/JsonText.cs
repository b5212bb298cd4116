using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Writes small JSON documents.</summary>
internal static class JsonText
{
    /// <summary>How a function's arguments and results are written: as Microsoft.Extensions.AI does, which leaves
    /// apostrophes and letters of every script as they are, but on one line, since a language model pays for every
    /// space.</summary>
    internal static readonly JsonSerializerOptions Options = CreateOptions();

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = Options.Encoder };

    /// <summary>Writes a document and reads it back as an element that needs no disposal.</summary>
    internal static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        var reader = new Utf8JsonReader(WriteUtf8(write).Span);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Writes a document as UTF-8.</summary>
    internal static ReadOnlyMemory<byte> WriteUtf8(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions) { WriteIndented = false };
        options.MakeReadOnly();
        return options;
    }
}
