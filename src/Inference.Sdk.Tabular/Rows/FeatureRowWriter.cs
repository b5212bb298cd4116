namespace Inference.Sdk.Tabular;

/// <summary>Copies rows made by hand or by name. Rows from raw numbers were checked by nobody yet, so every value
/// is.</summary>
internal sealed class FeatureRowWriter(RowCheck check) : IRowWriter<FeatureRow>
{
    public void Write(FeatureRow input, Span<double> row)
    {
        if (input is null)
        {
            throw new InvalidRequestException("The row is null. Give a row to predict from.");
        }

        if (!ReferenceEquals(input.Schema, check.Schema))
        {
            RequireSameColumns(input.Schema);
        }

        check.Check(input.Values, row);
    }

    // A schema read twice from one file makes two objects, and rows of either fit.
    private void RequireSameColumns(FeatureSchema other)
    {
        FeatureSchema own = check.Schema;
        if (other.Count != own.Count)
        {
            throw new InvalidRequestException(
                $"The row was made for {other.Count} features and the model has {own.Count}. Make it with the "
                + "schema of this predictor's metadata.");
        }

        for (int i = 0; i < own.Count; i++)
        {
            FeatureDescriptor expected = own.Features[i];
            FeatureDescriptor actual = other.Features[i];
            if (expected.Name != actual.Name || expected.Type != actual.Type
                || !expected.Categories.SequenceEqual(actual.Categories, StringComparer.Ordinal))
            {
                throw new InvalidRequestException(
                    $"The row was made for another schema: its feature {i} is '{actual.Name}' ({actual.Type}) "
                    + "and the model's is "
                    + $"'{expected.Name}' ({expected.Type}). Make it with the schema of this predictor's metadata.",
                    expected.Name);
            }
        }
    }
}
