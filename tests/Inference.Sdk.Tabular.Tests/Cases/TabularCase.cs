using System.Globalization;
using System.Text.Json;

namespace Inference.Sdk.Tabular.Tests.Cases;

/// <summary>One folder of the shared cases: a model, rows, and what the library that trained it answers.</summary>
internal sealed class TabularCase
{
    private readonly string _folder;
    private readonly JsonElement _meta;

    public TabularCase(string folder)
    {
        _folder = folder;
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "meta.json")));
        _meta = document.RootElement.Clone();
    }

    public string Library => _meta.GetProperty("library").GetString()!;

    public IEnumerable<string> ModelFiles => Directory.EnumerateFiles(_folder, "model.*").Order(StringComparer.Ordinal);

    /// <summary>The iteration slices with expectations of their own: suffix, first iteration, count.</summary>
    public IEnumerable<(string Suffix, int First, int? Count)> Slices()
    {
        yield return ("", 0, null);
        if (_meta.TryGetProperty("extra_predictions", out JsonElement lightGbm) && lightGbm.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty slice in lightGbm.EnumerateObject())
            {
                int count = slice.Value.GetProperty("num").GetInt32();
                yield return ("_" + slice.Name, slice.Value.GetProperty("start").GetInt32(), count < 0 ? null : count);
            }
        }

        if (_meta.TryGetProperty("extra_slices_iteration_range", out JsonElement xgboost)
            && xgboost.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty slice in xgboost.EnumerateObject())
            {
                yield return ("_" + slice.Name, slice.Value[0].GetInt32(), slice.Value[1].GetInt32() - slice.Value[0].GetInt32());
            }
        }
    }

    public double[][] Rows() => [.. File.ReadLines(Path.Combine(_folder, "input.csv"))
        .Select(line => line.Split(',').Select(Parse).ToArray())];

    public double[] Expected(string name, string suffix) =>
        [.. File.ReadLines(Path.Combine(_folder, name + suffix + ".csv")).Select(Parse)];

    private static double Parse(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
