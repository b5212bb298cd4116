namespace Inference.Sdk.Tabular;

/// <summary>A feature map bound to a schema: one function for each mapped column.</summary>
internal sealed class FeatureMapWriter<TInput> : IRowWriter<TInput>
{
    private readonly (int Column, Func<TInput, double> Read)[] _columns;
    private readonly RowCheck _check;

    /// <exception cref="InferenceConfigurationException">The map does not fit the schema; every mismatch is
    /// listed.</exception>
    public FeatureMapWriter(FeatureMap<TInput> map, RowCheck check, string predictor)
    {
        FeatureSchema schema = check.Schema;
        string[] errors = [.. Mismatches(map, schema).Select(error => $"Predictor '{predictor}': {error}")];
        if (errors.Length > 0)
        {
            throw new InferenceConfigurationException(errors);
        }

        _check = check;
        _columns = [.. map.Mappings.Select(mapping =>
        {
            int column = schema.IndexOf(mapping.Feature);
            return (column, mapping.Bind(schema.Features[column]));
        })];
    }

    public void Write(TInput input, Span<double> row)
    {
        if (input is null)
        {
            throw new InvalidRequestException("The input is null. Give an input to predict from.");
        }

        row.Fill(double.NaN);
        foreach ((int column, Func<TInput, double> read) in _columns)
        {
            row[column] = _check.Check(column, read(input));
        }
    }

    private static IEnumerable<string> Mismatches(FeatureMap<TInput> map, FeatureSchema schema)
    {
        var mapped = new HashSet<string>(StringComparer.Ordinal);
        foreach (FeatureMapping<TInput> mapping in map.Mappings)
        {
            if (!mapped.Add(mapping.Feature))
            {
                yield return $"Feature '{mapping.Feature}' is mapped twice. Map it once.";
            }
            else if (!schema.TryGet(mapping.Feature, out FeatureDescriptor? descriptor))
            {
                yield return $"The model has no feature '{mapping.Feature}', which {typeof(TInput).Name} is "
                    + $"mapped to. Its features are: {string.Join(", ", schema.Features.Take(40).Select(f => f.Name))}"
                    + $"{(schema.Count > 40 ? ", …" : "")}.";
            }
            else if (mapping.Mismatch(descriptor) is { } mismatch)
            {
                yield return mismatch;
            }
        }

        foreach (FeatureDescriptor feature in schema.Features.Where(f => f.Required && !mapped.Contains(f.Name)))
        {
            yield return $"Feature '{feature.Name}' is required and {typeof(TInput).Name} is not mapped to it. Map it.";
        }
    }
}
