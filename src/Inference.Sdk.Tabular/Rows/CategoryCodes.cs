using System.Collections.Frozen;
using System.Globalization;

namespace Inference.Sdk.Tabular;

/// <summary>The codes that a model knows the numbers of one column by, where they are categories. Immutable.</summary>
internal sealed class CategoryCodes
{
    private readonly FrozenDictionary<double, int> _codes;
    private readonly IReadOnlyList<double> _values;

    private CategoryCodes(IReadOnlyList<double> values)
    {
        _values = values;
        _codes = values.Select((value, code) => KeyValuePair.Create(value, code)).ToFrozenDictionary();
    }

    /// <summary>Makes those of every column. A schema that gives a column's categories names has its positions be the
    /// codes.</summary>
    public static CategoryCodes?[]? Make(IReadOnlyList<IReadOnlyList<double>?>? values, FeatureSchema schema) =>
        values is null
            ? null
            : [.. values.Select((of, i) =>
                of is null || schema.Features[i].Type == FeatureType.Category ? null : new CategoryCodes(of))];

    /// <summary>Finds the code of a number.</summary>
    /// <exception cref="InvalidRequestException">The number is none of the categories.</exception>
    public double Of(FeatureDescriptor feature, double value) => _codes.TryGetValue(value, out int code)
        ? code
        : throw new InvalidRequestException(
            $"Feature '{feature.Name}' was given {value.ToString(CultureInfo.InvariantCulture)}, which is none of its "
            + $"categories. Give one of: {string.Join(", ", _values.Select(v => v.ToString(CultureInfo.InvariantCulture)))}.",
            feature.Name);
}
