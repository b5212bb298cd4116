namespace Inference.Sdk.Tabular;

/// <summary>log(1 + exp(raw)) in 64 bits (LightGBM's <c>cross_entropy_lambda</c>).</summary>
internal sealed class SoftplusTransform : OutputTransform
{
    public override double Apply(double raw)
    {
        double exp = Math.Exp(raw);
        double onePlus = 1 + exp;

        // log(1 + x) loses the digits of a small x that the addition drops; the quotient gives them back (Kahan).
        return onePlus == 1 ? exp : double.IsInfinity(onePlus) ? onePlus : Math.Log(onePlus) * (exp / (onePlus - 1));
    }
}
