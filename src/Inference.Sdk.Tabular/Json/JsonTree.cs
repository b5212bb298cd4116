using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Parses small JSON documents whole.</summary>
internal static class JsonTree
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Parses, and keeps nothing pooled.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> json, LoadContext context)
    {
        try
        {
            ReadOnlySpan<byte> trimmed = Utf8Text.TrimStart(json.Span);
            using var document = JsonDocument.Parse(json[(json.Length - trimmed.Length)..], Options);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw JsonFault.From(e, json.Span, context);
        }
    }
}
