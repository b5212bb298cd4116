using System.Text.Json;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Reads what follows the trees: LightGBM writes the parameters there, and its Python package a last line of
/// <c>pandas_categorical:</c> with JSON.</summary>
internal static class LightGbmTrailerReader
{
    private static ReadOnlySpan<byte> Parameter => "[categorical_feature:"u8;

    private static ReadOnlySpan<byte> PandasLine => "pandas_categorical:"u8;

    public static LightGbmTrailer Read(ref Utf8Lines lines, LoadContext context)
    {
        int[] columns = [];
        IReadOnlyList<IReadOnlyList<JsonElement>> categories = [];
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line.StartsWith(Parameter) && line.EndsWith("]"u8))
            {
                columns = Columns(line[Parameter.Length..^1]);
            }
            else if (line.StartsWith(PandasLine))
            {
                categories = Categories(line[PandasLine.Length..].Trim((byte)' '), lines.Number, context);
            }
        }

        return new LightGbmTrailer(columns, categories);
    }

    // By number or, as "name:a,b", by name. Only the Python package writes categories, and it writes numbers.
    private static int[] Columns(ReadOnlySpan<byte> list)
    {
        byte[] spaced = list.ToArray();
        spaced.AsSpan().Replace((byte)',', (byte)' ');
        return Utf8Numbers.Parse<int>(spaced) ?? [];
    }

    private static IReadOnlyList<IReadOnlyList<JsonElement>> Categories(
        ReadOnlySpan<byte> json, int line, LoadContext context)
    {
        try
        {
            // Python's JSON has infinities.
            using var document = JsonDocument.Parse(JsonLiterals.Normalize(json).ToArray());
            JsonElement root = document.RootElement.Clone();
            return root.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.Array when root.EnumerateArray().All(IsListOfCategories) =>
                    [.. root.EnumerateArray().Select(list => (IReadOnlyList<JsonElement>)[.. list.EnumerateArray()])],
                _ => throw context.Corrupt(
                    $"its 'pandas_categorical', line {line}, is not a list of lists of texts, numbers or truth values"),
            };
        }
        catch (InvalidOperationException error)
        {
            throw context.Corrupt($"its 'pandas_categorical', line {line}, has a text that is not UTF-8", error);
        }
        catch (JsonException error)
        {
            throw json.EndsWith("]"u8)
                ? context.Corrupt($"its 'pandas_categorical', line {line}, is not JSON", error)
                : context.Truncated($"its 'pandas_categorical', line {line}, is not closed", error);
        }
    }

    private static bool IsListOfCategories(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(category => category.ValueKind switch
        {
            // Read here, where a text that cannot be is refused.
            JsonValueKind.String => category.GetString() is not null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => true,
            _ => false,
        });
}
