using System.Text;
using System.Text.Json;

namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Reads calls that are written as <c>{"name": ..., "arguments": {...}}</c>.</summary>
internal static class ToolCallJson
{
    /// <summary>Reads a call.</summary>
    /// <param name="json">The JSON, perhaps with blanks around.</param>
    /// <param name="argumentsKeys">The names that the arguments may go by.</param>
    /// <returns>The call, with an error where its arguments cannot be read; <see langword="null"/> where not even its name
    /// can.</returns>
    public static ToolCall? Parse(string json, params ReadOnlySpan<string> argumentsKeys)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement, argumentsKeys);
        }
        catch (JsonException error)
        {
            string? name = ReadName(json);
            return name is null ? null : new ToolCall(name, null, error);
        }
    }

    private static ToolCall? Read(JsonElement root, ReadOnlySpan<string> argumentsKeys)
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
                return ReadArguments(text, arguments);
            }
        }

        return new ToolCall(text, []);
    }

    private static ToolCall ReadArguments(string name, JsonElement arguments)
    {
        switch (arguments.ValueKind)
        {
            case JsonValueKind.Null:
                return new ToolCall(name, []);
            case JsonValueKind.String:
                return ReadQuoted(name, arguments.GetString()!);
            case JsonValueKind.Object:
                var values = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (JsonProperty argument in arguments.EnumerateObject())
                {
                    values[argument.Name] =
                        argument.Value.ValueKind == JsonValueKind.Null ? null : argument.Value.Clone();
                }

                return new ToolCall(name, values);
            default:
                return new ToolCall(name, null, new JsonException(
                    $"The arguments of the call of '{name}' are {arguments.ValueKind}, not an object."));
        }
    }

    // Some models write the arguments as OpenAI's API does: JSON in a text.
    private static ToolCall ReadQuoted(string name, string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.String
                ? new ToolCall(name, null, new JsonException($"The arguments of the call of '{name}' are a text."))
                : ReadArguments(name, document.RootElement);
        }
        catch (JsonException error)
        {
            return new ToolCall(name, null, error);
        }
    }

    // The name stands before the arguments, so it can be read where they are damaged.
    private static string? ReadName(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName
                    && reader.CurrentDepth == 1
                    && reader.ValueTextEquals("name"u8))
                {
                    bool isText = reader.Read() && reader.TokenType == JsonTokenType.String;
                    return isText && reader.GetString() is { Length: > 0 } name ? name : null;
                }
            }

            return null;
        }
        catch (JsonException)
        {
            // Damaged before the name: there is no call to speak of.
            return null;
        }
    }
}
