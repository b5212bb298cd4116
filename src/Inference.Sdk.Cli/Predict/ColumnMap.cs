namespace Inference.Sdk.Cli.Predict;

/// <summary>Which column of a file holds which feature of a model. Immutable.</summary>
internal sealed class ColumnMap
{
    private ColumnMap(FeatureDescriptor?[] columns, string[] unused, string[] absent)
    {
        Columns = columns;
        Unused = unused;
        Absent = absent;
    }

    /// <summary>Gets the feature of each column; <see langword="null"/> where the model does not know the column.</summary>
    public IReadOnlyList<FeatureDescriptor?> Columns { get; }

    /// <summary>Gets the columns that the model does not know.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Gets the features that no column holds; none of them is required.</summary>
    public IReadOnlyList<string> Absent { get; }

    /// <summary>Matches a header to a schema, by name.</summary>
    /// <param name="schema">The model's features.</param>
    /// <param name="header">The names of the columns, in order.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="InvalidRequestException">A feature is named twice, a required one is absent, or all are.</exception>
    public static ColumnMap FromHeader(FeatureSchema schema, IReadOnlyList<string> header, string source)
    {
        var columns = new FeatureDescriptor?[header.Count];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var unused = new List<string>();
        for (int i = 0; i < header.Count; i++)
        {
            if (!schema.TryGet(header[i], out columns[i]))
            {
                unused.Add(header[i]);
            }
            else if (!seen.TryAdd(header[i], i))
            {
                throw new InvalidRequestException(
                    $"{source}, line 1: columns {seen[header[i]] + 1} and {i + 1} are both named '{header[i]}', which is a "
                    + "feature of the model. Rename or remove one.",
                    header[i]);
            }
        }

        FeatureDescriptor[] absent = [.. schema.Features.Where(f => !seen.ContainsKey(f.Name))];
        if (seen.Count == 0)
        {
            throw new InvalidRequestException(
                $"{source}, line 1: no column is a feature of the model. Its features are: {List(schema.Features)}. Name the "
                + "columns so, or give --no-header where the file has no header.");
        }

        if (absent.Where(f => f.Required).ToArray() is [FeatureDescriptor first, ..] required)
        {
            throw new InvalidRequestException(
                $"{source}, line 1: the model cannot do without {List(required)}, and there is no column of that name. Add "
                + "it to the file.",
                first.Name);
        }

        return new ColumnMap(columns, [.. unused], [.. absent.Select(f => f.Name)]);
    }

    /// <summary>Takes columns in the order of the schema, for a file without a header.</summary>
    /// <exception cref="InvalidRequestException">The number of columns is not the number of features.</exception>
    public static ColumnMap FromPosition(FeatureSchema schema, int columns, string source) =>
        columns == schema.Count
            ? new ColumnMap([.. schema.Features], [], [])
            : throw new InvalidRequestException(
                $"{source}, line 1: there are {columns} columns, and the model has {schema.Count} features. Without a header "
                + $"the columns must be exactly these, in order: {List(schema.Features)}.");

    private static string List(IReadOnlyList<FeatureDescriptor> features)
    {
        const int shown = 40;
        string names = string.Join(", ", features.Take(shown).Select(f => $"'{f.Name}'"));
        return features.Count > shown ? $"{names}, … ({features.Count} in all)" : names;
    }
}
