namespace Inference.Sdk.Tabular;

/// <summary>Completes what a format tells of its columns with a schema document. The document's words win; its columns
/// must be the model's.</summary>
internal static class SchemaMerge
{
    public static FeatureSchema Merge(ParsedModel model, SchemaDocument? document, LoadContext context)
    {
        IReadOnlyList<FeatureDescriptor> features = document is null
            ? model.Features
            : Complete(model, document, context);
        try
        {
            return new FeatureSchema(features);
        }
        catch (ArgumentException e)
        {
            throw context.Corrupt($"its schema does not hold: {e.Message}", e);
        }
    }

    private static FeatureDescriptor[] Complete(ParsedModel model, SchemaDocument document, LoadContext context)
    {
        if (document.Features.Count != model.Features.Count)
        {
            throw context.Corrupt(
                $"the schema lists {document.Features.Count} features and the model has {model.Features.Count}");
        }

        var features = new FeatureDescriptor[document.Features.Count];
        for (int i = 0; i < features.Length; i++)
        {
            FeatureDescriptor described = document.Features[i];
            FeatureDescriptor own = model.Features[i];
            if (model.NamesFeatures && described.Name != own.Name)
            {
                throw context.Corrupt(
                    $"feature {i} is '{described.Name}' in the schema and '{own.Name}' in the model; the schema "
                    + "lists the model's features in the model's order");
            }

            features[i] = described with
            {
                Minimum = described.Minimum ?? own.Minimum,
                Maximum = described.Maximum ?? own.Maximum,
            };
        }

        return features;
    }
}
