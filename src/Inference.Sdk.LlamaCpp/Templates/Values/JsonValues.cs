using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Makes values of JSON, as Python's <c>json.loads</c> does.</summary>
internal static class JsonValues
{
    /// <summary>Makes a value.</summary>
    /// <param name="element">The JSON.</param>
    /// <param name="text">Makes the value of a text.</param>
    /// <returns>The value.</returns>
    public static JinjaValue From(JsonElement element, Func<string, JinjaValue>? text = null)
    {
        try
        {
            return Read(element, text ?? (value => new StringValue(value)));
        }
        catch (InvalidOperationException error) when (error is not ObjectDisposedException)
        {
            throw new InvalidRequestException(
                "JSON in the request has an escaped half of a surrogate pair, which is no text. Leave it out.",
                innerException: error);
        }
        catch (TemplateException error)
        {
            throw new InvalidRequestException(
                $"JSON in the request has what a chat template cannot take: {error.Problem}. Leave it out.",
                innerException: error);
        }
    }

    private static JinjaValue Read(JsonElement element, Func<string, JinjaValue> text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    items[text(property.Name)] = Read(property.Value, text);
                }

                return new MappingValue(items);
            case JsonValueKind.Array:
                return new ListValue([.. element.EnumerateArray().Select(item => Read(item, text))]);
            case JsonValueKind.String:
                return text(element.GetString()!);
            case JsonValueKind.Number:
                return Number(element.GetRawText());
            case JsonValueKind.True:
                return BooleanValue.True;
            case JsonValueKind.False:
                return BooleanValue.False;
            default:
                return NoneValue.Instance;
        }
    }

    private static JinjaValue Number(string raw) =>
        raw.AsSpan().IndexOfAny(".eE") < 0
            ? new IntegerValue(BigInteger.Parse(raw, CultureInfo.InvariantCulture))
            : new FloatValue(double.Parse(raw, CultureInfo.InvariantCulture));
}
