namespace Inference.Sdk.Tabular;

/// <summary>From a row of numbers to a prediction: kernel, then output transform. Immutable, allocation-free, safe for
/// any number of concurrent callers.</summary>
internal readonly struct Scorer(TabularModel model)
{
    private readonly Kernel _kernel = model.Kernel;
    private readonly OutputTransform _transform = model.Transform;

    public int FeatureCount => _kernel.FeatureCount;

    public double Raw(ReadOnlySpan<float> row) => _kernel.Raw(Sized(row));

    public double Raw(ReadOnlySpan<double> row) => _kernel.Raw(Sized(row));

    public double Score(ReadOnlySpan<float> row) => _transform.Apply(Raw(row));

    public double Score(ReadOnlySpan<double> row) => _transform.Apply(Raw(row));

    public void Score(ReadOnlySpan<float> rows, Span<float> output)
    {
        int width = Rows(rows.Length, output.Length);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = (float)Score(rows.Slice(i * width, width));
        }
    }

    public void Score(ReadOnlySpan<double> rows, Span<double> output)
    {
        int width = Rows(rows.Length, output.Length);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = Score(rows.Slice(i * width, width));
        }
    }

    private ReadOnlySpan<T> Sized<T>(ReadOnlySpan<T> row) => row.Length == FeatureCount
        ? row
        : throw new InvalidRequestException(
            $"A row of {row.Length} values was given to a model of {FeatureCount} features. Give one value for "
            + "each feature, in the order of the schema, NaN for a missing one.");

    private int Rows(int values, int rows) => values == (long)rows * FeatureCount
        ? FeatureCount
        : throw new InvalidRequestException(
            $"{values} values were given for {rows} rows of {FeatureCount} features, which are "
            + $"{(long)rows * FeatureCount}. Give whole rows, one after the other, and room for one prediction each.");
}
