namespace Inference.Sdk.Tabular;

/// <summary>exp(raw) in 64 bits (LightGBM's <c>poisson</c>, <c>gamma</c>, <c>tweedie</c>).</summary>
internal sealed class ExpTransform : OutputTransform
{
    public override double Apply(double raw) => Math.Exp(raw);
}
