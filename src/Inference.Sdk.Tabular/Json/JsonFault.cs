using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Tells JSON that ends too early from JSON that is wrong.</summary>
internal static class JsonFault
{
    public static ModelLoadException From(JsonException error, ReadOnlySpan<byte> json, LoadContext context)
    {
        string where = $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
        return IsPrefix(json)
            ? context.Truncated($"its JSON is not closed at {where}", error)
            : context.Corrupt($"it is not JSON at {where}", error);
    }

    private static bool IsPrefix(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
