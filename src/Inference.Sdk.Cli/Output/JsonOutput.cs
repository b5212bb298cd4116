using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Inference.Sdk.Cli.Output;

/// <summary>Writes a verb's one JSON object.</summary>
internal static class JsonOutput
{
    /// <summary>Writes an object and a line end.</summary>
    public static async Task WriteAsync<T>(
        TextWriter output, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await output.WriteLineAsync(JsonSerializer.Serialize(value, type).AsMemory(), cancellationToken)
            .ConfigureAwait(false);
}
