using System.Globalization;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Describes the columns from the header and from what the splits do with missing values.</summary>
internal static class LightGbmFeatures
{
    public static FeatureDescriptor[] Describe(LightGbmHeader header, IReadOnlyList<DecisionTree> trees)
    {
        int count = header.FeatureNames.Length;
        bool[] split = new bool[count];
        bool[] handlesMissing = new bool[count];
        foreach (Split node in trees.SelectMany(tree => tree.Splits))
        {
            split[node.Feature] = true;
            handlesMissing[node.Feature] |= node.Missing != MissingRule.None || node.Categories is not null;
        }

        var features = new FeatureDescriptor[count];
        for (int i = 0; i < count; i++)
        {
            (double? minimum, double? maximum) = Range(header.FeatureInfos[i]);
            features[i] = new FeatureDescriptor
            {
                Name = header.FeatureNames[i],
                Type = PandasColumns.IsCategories(header.FeatureInfos[i]) ? FeatureType.Integer : FeatureType.Number,

                // A column no split looks at may as well be missing.
                Required = split[i] && !handlesMissing[i],
                Minimum = minimum,
                Maximum = maximum,
            };
        }

        return features;
    }

    private static (double? Minimum, double? Maximum) Range(string info)
    {
        int colon = info.IndexOf(':', StringComparison.Ordinal);
        return info.StartsWith('[') && info.EndsWith(']') && colon > 0
            && TryParse(info.AsSpan(1..colon), out double minimum) && TryParse(info.AsSpan((colon + 1)..^1), out double maximum)
                ? (minimum, maximum)
                : (null, null);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
