using System.Text.Json;

namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Reads calls that are written as <c>{"name": ..., "arguments": {...}}</c>.</summary>
internal static class ToolCallJson
{
    /// <summary>Reads a call.</summary>
    /// <param name="json">The JSON, perhaps with blanks around.</param>
    /// <param name="tools">The tools whose arguments may be left out altogether, or <see langword="null"/> for any.</param>
    /// <param name="argumentsKeys">The names that the arguments may go by.</param>
    /// <returns>The call, or <see langword="null"/> where it cannot be read as a whole. Who runs tools does not look for
    /// errors in their calls, so a call with some of its arguments, or none, must not be made of a damaged one.</returns>
    public static ToolCall? Parse(string json, IReadOnlySet<string>? tools, params ReadOnlySpan<string> argumentsKeys)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement, tools, argumentsKeys);
        }
        catch (Exception error) when (IsDamage(error))
        {
            return null;
        }
    }

    private static ToolCall? Read(JsonElement root, IReadOnlySet<string>? tools, ReadOnlySpan<string> argumentsKeys)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("name", out JsonElement name)
            || name.ValueKind != JsonValueKind.String
            || name.GetString() is not { Length: > 0 } text)
        {
            return null;
        }

        foreach (string key in argumentsKeys)
        {
            if (root.TryGetProperty(key, out JsonElement arguments))
            {
                return ReadArguments(text, arguments, mayBeQuoted: true);
            }
        }

        return tools is null || tools.Contains(text) ? new ToolCall(text, []) : null;
    }

    private static ToolCall? ReadArguments(string name, JsonElement arguments, bool mayBeQuoted)
    {
        switch (arguments.ValueKind)
        {
            case JsonValueKind.Null:
                return new ToolCall(name, []);
            case JsonValueKind.String when mayBeQuoted:
                // Some models write the arguments as OpenAI's API does: JSON in a text.
                using (JsonDocument document = JsonDocument.Parse(arguments.GetString()!))
                {
                    return ReadArguments(name, document.RootElement, mayBeQuoted: false);
                }

            case JsonValueKind.Object:
                var values = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (JsonProperty argument in arguments.EnumerateObject())
                {
                    CheckTexts(argument.Value);
                    values[argument.Name] =
                        argument.Value.ValueKind == JsonValueKind.Null ? null : argument.Value.Clone();
                }

                return new ToolCall(name, values);
            default:
                return null;
        }
    }

    // Half a surrogate pair is found only when a text is read, and the tool would be the first to do it.
    private static void CheckTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    CheckTexts(property.Value);
                }

                break;
        }
    }

    // The reader of JSON says InvalidOperationException of an escaped half of a surrogate pair.
    private static bool IsDamage(Exception error) => error is JsonException or InvalidOperationException;
}
