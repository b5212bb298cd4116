using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Reads the <c>inference-linear</c> format, version 1.</summary>
internal static class LinearReader
{
    public static LinearModel Read(ReadOnlyMemory<byte> content, LoadContext context)
    {
        var root = new JsonObjectReader(JsonTree.Parse(content, context), "model", context);
        root.RequiredText("format");
        double version = root.RequiredNumber("version");
        if (version != 1)
        {
            throw context.Unsupported(
                $"it is in version {version:R} of the inference-linear "
                + "format", "Write it in version 1, or update this package.");
        }

        var model = new LinearModel
        {
            Name = root.Text("name"),
            Version = root.Text("modelVersion"),
            Intercept = root.RequiredNumber("intercept"),
            Link = root.Text("link") switch
            {
                null or "identity" => LinearLink.Identity,
                "logistic" => LinearLink.Logistic,
                "exp" => LinearLink.Exp,
                _ => throw root.Wrong("link", "is none of: identity, logistic, exp"),
            },
            Features = [.. root.RequiredArray("features")
                .Select((element, i) => ReadFeature(new JsonObjectReader(element, $"model.features[{i}]", context), element))],
            Output = OutputReader.Read(root.Object("output")),
        };
        root.End();
        return LinearModelCheck.Fault(model) is { } fault ? throw context.Corrupt(fault) : model;
    }

    private static LinearFeature ReadFeature(JsonObjectReader json, JsonElement element)
    {
        FeatureDescriptor feature = FeatureReader.Read(json);
        bool category = feature.Type == FeatureType.Category;
        double? impute = ReadImpute(json, feature, element);
        if (json.Boolean("required") is { } required && required == impute.HasValue)
        {
            throw json.Wrong(
                "required",
                required ? "is true and 'impute' gives a stand-in for a missing value" : "is false and there is no 'impute'");
        }

        var result = new LinearFeature
        {
            Feature = feature with { Required = impute is null },
            Weight = category ? 0 : json.RequiredNumber("weight"),
            CategoryWeights = category ? ReadWeights(json, feature) : [],
            Impute = impute,
        };
        json.End();
        return result;
    }

    private static double? ReadImpute(JsonObjectReader json, FeatureDescriptor feature, JsonElement element)
    {
        bool isText = element.TryGetProperty("impute", out JsonElement value) && value.ValueKind == JsonValueKind.String;
        if (feature.Type != FeatureType.Category || !isText)
        {
            return feature.Type == FeatureType.Category && value.ValueKind == JsonValueKind.Number
                ? throw json.Wrong("impute", "is a number, and the feature is a category: name one of its categories")
                : json.Number("impute");
        }

        int position = feature.Categories.ToList().IndexOf(json.Text("impute")!);
        return position >= 0 ? position : throw json.Wrong("impute", "is none of the feature's categories");
    }

    private static double[] ReadWeights(JsonObjectReader json, FeatureDescriptor feature)
    {
        IReadOnlyDictionary<string, double> weights = json.Numbers("weights")
            ?? throw json.Wrong("weights", "is missing: a category takes a weight for each of its categories");
        string? unknown = weights.Keys.Except(feature.Categories, StringComparer.Ordinal).FirstOrDefault();
        string? missing = feature.Categories.Except(weights.Keys, StringComparer.Ordinal).FirstOrDefault();
        return unknown is not null ? throw json.Wrong("weights", $"names '{unknown}', which is none of the "
            + "feature's categories")
            : missing is not null ? throw json.Wrong("weights", $"has none for the category '{missing}'")
            : [.. feature.Categories.Select(category => weights[category])];
    }
}
