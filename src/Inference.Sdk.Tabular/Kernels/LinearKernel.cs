namespace Inference.Sdk.Tabular;

/// <summary>Adds products in the order of the features, in 64 bits.</summary>
internal sealed class LinearKernel(LinearTerm[] terms, double intercept) : Kernel
{
    public override int FeatureCount => terms.Length;

    public override double Raw(ReadOnlySpan<float> row) => Sum<float, Elements.SingleToDouble>(row);

    public override double Raw(ReadOnlySpan<double> row) => Sum<double, Elements.DoubleToDouble>(row);

    private static double Category(double value, double[] weights) =>
        value >= 0 && value < weights.Length ? weights[(int)value] : double.NaN;

    private double Sum<TRow, TElement>(ReadOnlySpan<TRow> row)
        where TElement : struct, IElement<TRow, double>
    {
        double sum = intercept;
        for (int i = 0; i < terms.Length; i++)
        {
            ref readonly LinearTerm term = ref terms[i];
            double value = TElement.Load(row[i]);
            if (double.IsNaN(value))
            {
                value = term.Impute;
            }

            sum += term.CategoryWeights is { } weights ? Category(value, weights) : value * term.Weight;
        }

        return sum;
    }
}
