namespace Inference.Sdk.Tabular;

/// <summary>1 / (1 + exp(-raw)) in 32 bits, with the clamp of XGBoost's <c>common::Sigmoid</c>.</summary>
internal sealed class SingleSigmoidTransform : OutputTransform
{
    public override double Apply(double raw)
    {
        float negated = MathF.Min(-(float)raw, 88.7f);
        return 1f / (MathF.Exp(negated) + 1f + 1e-16f);
    }
}
