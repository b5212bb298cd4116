using System.Globalization;

namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>Describes the columns. XGBoost learns a way for missing values at every split, so none is
/// required.</summary>
internal static class XGBoostFeatures
{
    public static FeatureDescriptor[] Describe(XGBoostDocument document, int count, LoadContext context)
    {
        Match("feature_names", document.FeatureNames.Count, count, context);
        Match("feature_types", document.FeatureTypes.Count, count, context);
        if (document.FeatureNames.Count == 0 && count > context.MaxUnnamedFeatures)
        {
            throw context.Unsupported(
                $"it has {count} features and names none of them; {context.MaxUnnamedFeatures} is the most for a "
                + "file of its size",
                "Name the features when training, or drop the columns no tree uses.");
        }

        var features = new FeatureDescriptor[count];
        for (int i = 0; i < count; i++)
        {
            features[i] = new FeatureDescriptor
            {
                Name = document.FeatureNames.Count > 0
                    ? document.FeatureNames[i]
                    : string.Create(CultureInfo.InvariantCulture, $"f{i}"),
                Type = document.FeatureTypes.Count > 0 ? TypeOf(document.FeatureTypes[i]) : FeatureType.Number,
            };
        }

        return features;
    }

    // "int" and "i" (indicator) are whole; so are the codes of "c" (categorical), whose texts the format does not tell.
    private static FeatureType TypeOf(string type) =>
        type is "int" or "i" or "c" ? FeatureType.Integer : FeatureType.Number;

    private static void Match(string name, int actual, int count, LoadContext context)
    {
        if (actual != 0 && actual != count)
        {
            throw context.Corrupt($"'{name}' lists {actual} columns and 'num_feature' is {count}");
        }
    }
}
