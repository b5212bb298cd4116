namespace Inference.Sdk.Tabular;

/// <summary>Reads a schema document, whether it stands beside a model or within it.</summary>
internal static class SchemaDocumentReader
{
    /// <param name="json">The document.</param>
    /// <param name="where">What it is called in errors.</param>
    /// <param name="context">The file it is in.</param>
    public static SchemaDocument Read(ReadOnlyMemory<byte> json, string where, LoadContext context)
    {
        var root = new JsonObjectReader(JsonTree.Parse(json, context), where, context);
        var document = new SchemaDocument
        {
            Name = root.Text("name"),
            Version = root.Text("version"),
            Features = [.. root.RequiredArray("features").Select((element, i) =>
            {
                var reader = new JsonObjectReader(element, $"{where}.features[{i}]", context);
                var feature = new SchemaFeature(FeatureReader.Read(reader), reader.Boolean("required"));
                reader.End();
                return feature;
            })],
            Output = OutputReader.Read(root.Object("output")),
        };
        root.End();
        return document;
    }
}
