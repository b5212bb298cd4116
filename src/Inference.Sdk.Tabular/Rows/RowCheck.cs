using System.Globalization;

namespace Inference.Sdk.Tabular;

/// <summary>Checks numbers against a schema, whoever wrote them. The messages are those of
/// <see cref="FeatureRowBuilder"/>.</summary>
internal sealed class RowCheck(FeatureSchema schema)
{
    private readonly FeatureDescriptor[] _features = [.. schema.Features];

    /// <summary>Gets the schema.</summary>
    public FeatureSchema Schema => schema;

    /// <summary>Checks one value.</summary>
    /// <exception cref="InvalidRequestException">The value is not one the feature takes.</exception>
    public void Check(int index, double value)
    {
        FeatureDescriptor feature = _features[index];
        bool fits = double.IsFinite(value)
            ? feature.Type switch
            {
                FeatureType.Integer => value == Math.Truncate(value),
                FeatureType.Category => value >= 0 && value < feature.Categories.Count && value == Math.Truncate(value),
                _ => true,
            }
            : double.IsNaN(value) && !feature.Required;
        if (!fits)
        {
            throw Refuse(feature, value);
        }
    }

    /// <summary>Checks a row.</summary>
    /// <exception cref="InvalidRequestException">A value is not one its feature takes.</exception>
    public void Check(ReadOnlySpan<double> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            Check(i, row[i]);
        }
    }

    private static InvalidRequestException Refuse(FeatureDescriptor feature, double value)
    {
        string shown = value.ToString(CultureInfo.InvariantCulture);
        string message = value switch
        {
            double.NaN =>
                $"Feature '{feature.Name}' is missing, and this model was not trained on missing values of it. "
                + "Give it a value.",
            double.PositiveInfinity or double.NegativeInfinity =>
                $"Feature '{feature.Name}' is infinite. Give a finite number, or NaN for a missing value.",
            _ when feature.Type == FeatureType.Category =>
                $"Feature '{feature.Name}' was given {shown}, and it is a category. Give one of: "
                + $"{string.Join(", ", feature.Categories)}.",
            _ => $"Feature '{feature.Name}' is {shown}, and it is a whole number.",
        };
        return new InvalidRequestException(message, feature.Name);
    }
}
