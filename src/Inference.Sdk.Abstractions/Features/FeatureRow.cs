namespace Inference.Sdk;

/// <summary>One row of input for a tabular model: a value for each column of a schema, in its order. A missing value is
/// NaN; a category is its position in the list.</summary>
/// <remarks>Immutable: the values are copied in. Made by <see cref="FeatureRowBuilder"/>, which checks names and types, or
/// from numbers directly.</remarks>
public sealed class FeatureRow
{
    private readonly double[] _values;

    /// <summary>Makes a row of numbers in the order of the schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="values">A value for each column; NaN for a missing one.</param>
    /// <exception cref="InvalidRequestException">The count is not the schema's.</exception>
    public FeatureRow(FeatureSchema schema, ReadOnlySpan<double> values)
        : this(schema, values.ToArray())
    {
        if (values.Length != schema.Count)
        {
            throw new InvalidRequestException(
                $"A row of {values.Length} values was given to a model of {schema.Count} features. Give one value for "
                + "each feature, in the order of the schema, NaN for a missing one.");
        }
    }

    internal FeatureRow(FeatureSchema schema, double[] values)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        _values = values;
    }

    /// <summary>Gets the schema.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Gets the values in the order of the schema.</summary>
    public ReadOnlySpan<double> Values => _values;
}
