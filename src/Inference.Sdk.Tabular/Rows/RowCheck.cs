using System.Globalization;

namespace Inference.Sdk.Tabular;

/// <summary>Checks numbers against a model's schema, whoever wrote them, and makes of them what the model computes with.
/// The messages are those of <see cref="FeatureRowBuilder"/>.</summary>
internal sealed class RowCheck(TabularModel model)
{
    private readonly FeatureDescriptor[] _features = [.. model.Schema.Features];
    private readonly CategoryCodes?[]? _codes = model.Codes;

    /// <summary>Gets the schema.</summary>
    public FeatureSchema Schema => model.Schema;

    /// <summary>Checks one value.</summary>
    /// <returns>What the model is given: the value, or its code where numbers are categories.</returns>
    /// <exception cref="InvalidRequestException">The value is not one the feature takes.</exception>
    public double Check(int index, double value)
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

        return _codes?[index] is { } codes && !double.IsNaN(value) ? codes.Of(feature, value) : value;
    }

    /// <summary>Checks a row.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="row">Receives what the model is given.</param>
    /// <exception cref="InvalidRequestException">A value is not one its feature takes.</exception>
    public void Check(ReadOnlySpan<double> values, Span<double> row)
    {
        for (int i = 0; i < values.Length; i++)
        {
            row[i] = Check(i, values[i]);
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
