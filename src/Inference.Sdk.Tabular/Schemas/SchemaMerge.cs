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
            FeatureDescriptor own = model.Features[i];
            (FeatureDescriptor described, bool? required) = document.Features[i];

            // A document that only adds a unit does not take back what the model demands.
            described = described with { Required = required ?? own.Required };
            if (model.NamesFeatures && described.Name != own.Name)
            {
                throw context.Corrupt(
                    $"feature {i} is '{described.Name}' in the schema and '{own.Name}' in the model; the schema "
                    + "lists the model's features in the model's order");
            }

            FeatureDescriptor merged = WithCategories(described, own, model.CategoryValues?[i]?.Count, context);
            features[i] = merged.Type == FeatureType.Category
                ? merged
                : merged with { Minimum = merged.Minimum ?? own.Minimum, Maximum = merged.Maximum ?? own.Maximum };
        }

        return features;
    }

    // A schema that says nothing of a column's type leaves it its categories; "integer" asks for their codes.
    private static FeatureDescriptor WithCategories(
        FeatureDescriptor described, FeatureDescriptor own, int? numbers, LoadContext context)
    {
        bool named = described.Type == FeatureType.Category;
        if (own.Type == FeatureType.Category)
        {
            return named && !described.Categories.SequenceEqual(own.Categories, StringComparer.Ordinal)
                ? throw context.Corrupt(
                    $"'{own.Name}' has the categories {string.Join(", ", described.Categories)} in the schema and "
                    + $"{string.Join(", ", own.Categories)} in the model; the schema lists the model's, in the model's order")
                : described.Type == FeatureType.Number
                    ? described with { Type = own.Type, Categories = own.Categories }
                    : described;
        }

        return named && numbers is { } count && described.Categories.Count != count
            ? throw context.Corrupt(
                $"'{own.Name}' has {described.Categories.Count} categories in the schema and {count} in the model")
            : described;
    }
}
