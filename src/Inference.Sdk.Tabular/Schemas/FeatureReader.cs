namespace Inference.Sdk.Tabular;

/// <summary>Reads one column of a schema document: <c>name</c>, <c>type</c> (<c>number</c>, <c>integer</c> or
/// <c>category</c>), <c>categories</c>, <c>required</c>, <c>min</c>, <c>max</c>, <c>unit</c>,
/// <c>description</c>.</summary>
internal static class FeatureReader
{
    public static FeatureDescriptor Read(JsonObjectReader json)
    {
        FeatureType type = json.Text("type") switch
        {
            null or "number" => FeatureType.Number,
            "integer" => FeatureType.Integer,
            "category" => FeatureType.Category,
            _ => throw json.Wrong("type", "is none of: number, integer, category"),
        };
        var feature = new FeatureDescriptor
        {
            Name = json.RequiredText("name"),
            Type = type,
            Categories = json.Texts("categories") ?? [],
            Required = json.Boolean("required") ?? false,
            Minimum = json.Number("min"),
            Maximum = json.Number("max"),
            Unit = json.Text("unit"),
            Description = json.Text("description"),
        };
        return feature.Minimum > feature.Maximum
            ? throw json.Wrong("min", "is above 'max'")
            : feature;
    }
}
