using System.Globalization;
using System.Text.Json;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Gives pandas' categories to the columns they are of. The file does not name those: it lists the categories of
/// every column of pandas' type <c>category</c>, in the order of the columns, and LightGBM's Python package turns a value
/// into its position in the list (<c>_data_from_pandas</c> in its <c>basic.py</c>).</summary>
internal static class PandasColumns
{
    /// <returns>The list of each column, <see langword="null"/> for one that has none; or <see langword="null"/> where the
    /// lists do not fit the columns, as where an ordered category, which LightGBM takes for a number, is among them.</returns>
    public static IReadOnlyList<JsonElement>?[]? Match(LightGbmHeader header, LightGbmTrailer trailer)
    {
        string[] infos = header.FeatureInfos;
        int[] seen = [.. Enumerable.Range(0, infos.Length).Where(i => IsCategories(infos[i]))];

        // A column of one category alone has no bins to tell of, but is still one of pandas'.
        int[] named = [.. seen.Union(trailer.CategoricalColumns.Where(i => i >= 0 && i < infos.Length && infos[i] == "none"))
            .Order()];
        int lists = trailer.PandasCategories.Count;
        int[]? columns = named.Length == lists ? named : seen.Length == lists ? seen : null;
        if (columns is null)
        {
            return null;
        }

        var matched = new IReadOnlyList<JsonElement>?[infos.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            IReadOnlyList<JsonElement> list = trailer.PandasCategories[i];
            if (MaxCode(infos[columns[i]]) >= list.Count)
            {
                return null;
            }

            matched[columns[i]] = list.Count == 0 ? null : list;
        }

        return matched;
    }

    /// <summary>Completes a column with its categories: names where any is a text, and otherwise numbers.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="list">Its categories, in the order of their codes.</param>
    /// <param name="values">The numbers that they are, or <see langword="null"/>.</param>
    public static FeatureDescriptor Describe(
        FeatureDescriptor feature, IReadOnlyList<JsonElement> list, out IReadOnlyList<double>? values)
    {
        if (list.Any(category => category.ValueKind == JsonValueKind.String))
        {
            values = null;
            return feature with
            {
                Type = FeatureType.Category,
                Categories = [.. list.Select(category => category.ToString())],
            };
        }

        double[] numbers = [.. list.Select(category => category.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => category.GetDouble(),
        })];
        values = numbers;
        double[] finite = [.. numbers.Where(double.IsFinite)];
        return feature with
        {
            Type = Array.TrueForAll(numbers, double.IsInteger) ? FeatureType.Integer : FeatureType.Number,
            Minimum = finite.Length == 0 ? null : finite.Min(),
            Maximum = finite.Length == 0 ? null : finite.Max(),
        };
    }

    public static bool IsCategories(string info) => info != "none" && !info.StartsWith('[');

    private static int MaxCode(string info) => !IsCategories(info)
        ? -1
        : info.Split(':').Max(
            code => int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : -1);
}
