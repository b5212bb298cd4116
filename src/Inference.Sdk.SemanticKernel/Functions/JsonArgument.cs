using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Writes one argument of a function as JSON, whatever it came as.</summary>
internal static class JsonArgument
{
    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parameter">The parameter it is for.</param>
    /// <param name="value">A text, a number, JSON, or an object of a type that <paramref name="options"/> know.</param>
    /// <param name="options">How the host writes its types.</param>
    /// <exception cref="InvalidRequestException">The value cannot be written as JSON.</exception>
    internal static void Write(
        Utf8JsonWriter writer, KernelParameterMetadata parameter, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                WriteText(writer, parameter, text);
                break;
            case JsonElement { ValueKind: JsonValueKind.String } text:
                WriteText(writer, parameter, text.GetString()!);
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            case JsonDocument document:
                document.WriteTo(writer);
                break;
            case JsonNode node:
                node.WriteTo(writer);
                break;
            default:
                WriteObject(writer, parameter, value, options);
                break;
        }
    }

    /// <summary>Says that a value is not what a parameter takes, and what it takes.</summary>
    internal static InvalidRequestException Mismatch(KernelParameterMetadata parameter, Exception cause) =>
        new($"Parameter '{parameter.Name}' was given a value that does not match its schema, "
            + $"{parameter.Schema!.RootElement.GetRawText()}.", parameter.Name, innerException: cause);

    // Prompt templates, and some models, give numbers and objects as texts.
    private static void WriteText(Utf8JsonWriter writer, KernelParameterMetadata parameter, string text)
    {
        if (TakesText(parameter.Schema!.RootElement))
        {
            writer.WriteStringValue(text);
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            document.WriteTo(writer);
        }
        catch (JsonException e)
        {
            throw Mismatch(parameter, e);
        }
    }

    private static bool TakesText(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object
        || !schema.TryGetProperty("type", out JsonElement type)
        || (type.ValueKind == JsonValueKind.String
            ? type.ValueEquals("string")
            : type.EnumerateArray().Any(t => t.ValueEquals("string")));

    private static void WriteObject(
        Utf8JsonWriter writer, KernelParameterMetadata parameter, object value, JsonSerializerOptions options)
    {
        try
        {
            JsonTypeInfo type = options.TryGetTypeInfo(value.GetType(), out JsonTypeInfo? own)
                ? own
                : JsonText.Options.GetTypeInfo(value.GetType());
            JsonSerializer.Serialize(writer, value, type);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or JsonException)
        {
            throw Mismatch(parameter, e);
        }
    }
}
