namespace Inference.Sdk.Tabular;

/// <summary>XGBoost's linear booster: bias and base added first, then each product in order, in 32 bits; a missing
/// value adds nothing.</summary>
internal sealed class LinearSingleKernel(float[] weights, float start) : Kernel
{
    public override int FeatureCount => weights.Length;

    public override double Raw(ReadOnlySpan<float> row) => Sum<float, Elements.SingleToSingle>(row);

    public override double Raw(ReadOnlySpan<double> row) => Sum<double, Elements.DoubleToSingle>(row);

    private float Sum<TRow, TElement>(ReadOnlySpan<TRow> row)
        where TElement : struct, IElement<TRow, float>
    {
        float sum = start;
        for (int i = 0; i < weights.Length; i++)
        {
            float value = TElement.Load(row[i]);
            if (!float.IsNaN(value))
            {
                sum += value * weights[i];
            }
        }

        return sum;
    }
}
