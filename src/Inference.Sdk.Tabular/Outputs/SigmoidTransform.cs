namespace Inference.Sdk.Tabular;

/// <summary>1 / (1 + exp(-steepness * raw)) in 64 bits (LightGBM's <c>binary</c> and <c>cross_entropy</c>).</summary>
internal sealed class SigmoidTransform(double steepness = 1) : OutputTransform
{
    public override double Apply(double raw) => 1 / (1 + Math.Exp(-steepness * raw));
}
