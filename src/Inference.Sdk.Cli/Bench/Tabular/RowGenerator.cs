namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>Makes up rows that a model could be given.</summary>
internal static class RowGenerator
{
    /// <summary>Makes rows: the same for the same seed.</summary>
    /// <param name="schema">The columns. A value lies between the smallest and the largest seen in training, where the model
    /// tells, else between 0 and 1.</param>
    /// <param name="rows">How many.</param>
    /// <param name="missingShare">The share of missing values in columns that are not required.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The rows, one after the other.</returns>
    public static float[] Create(FeatureSchema schema, int rows, double missingShare, int seed)
    {
        var random = new Random(seed);
        float[] values = new float[checked(rows * schema.Count)];
        for (int i = 0; i < values.Length; i++)
        {
            FeatureDescriptor feature = schema.Features[i % schema.Count];
            values[i] = !feature.Required && random.NextDouble() < missingShare ? float.NaN : Draw(feature, random);
        }

        return values;
    }

    private static float Draw(FeatureDescriptor feature, Random random)
    {
        if (feature.Type == FeatureType.Category)
        {
            return random.Next(feature.Categories.Count);
        }

        double low = feature.Minimum ?? 0;
        double high = feature.Maximum ?? Math.Max(low + 1, 1);
        double value = low + (random.NextDouble() * (high - low));
        return (float)(feature.Type == FeatureType.Integer ? Math.Round(value) : value);
    }
}
