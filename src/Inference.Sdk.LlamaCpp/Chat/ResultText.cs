using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Writes what a tool returned as the text that a model reads.</summary>
internal static class ResultText
{
    /// <summary>Writes a result: text as it is, anything else as JSON.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidRequestException">The result cannot be written as JSON.</exception>
    public static string Of(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception is { } error ? $"Error: {error.Message}" : string.Empty,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.Undefined } => string.Empty,
        JsonElement element => Write(element, result.CallId),
        TextContent content => content.Text,
        IEnumerable<AIContent> contents when contents.All(content => content is TextContent) =>
            string.Concat(contents.Select(content => ((TextContent)content).Text)),
        AIContent or IEnumerable<AIContent> => throw new InvalidRequestException(
            $"The result of call '{result.CallId}' has content that is not text, and the model reads text only. "
            + "Return text or data.",
            nameof(FunctionResultContent)),
        IFormattable number when number is int or long or double or float or decimal =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => Compact(ToElement(result.Result, $"the result of call '{result.CallId}'")),
    };

    /// <summary>Makes JSON of a host's object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="InvalidRequestException">It cannot be written as JSON.</exception>
    public static JsonElement ToElement(object value, string what)
    {
        try
        {
            return JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
        }
        catch (Exception error) when (error is NotSupportedException or JsonException)
        {
            throw new InvalidRequestException(
                $"A {value.GetType()} cannot be written as JSON, and {what} is one. Give text, numbers, or a JsonElement.",
                what,
                innerException: error);
        }
    }

    private static string Write(JsonElement element, string callId)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : Compact(element);
        }
        catch (InvalidOperationException error) when (error is not ObjectDisposedException)
        {
            throw new InvalidRequestException(
                $"The result of call '{callId}' has an escaped half of a surrogate pair, which is no text. Leave it out.",
                nameof(FunctionResultContent),
                innerException: error);
        }
    }

    // Microsoft.Extensions.AI indents what functions return; a model pays for every blank.
    private static string Compact(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
