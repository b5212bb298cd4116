namespace Inference.Sdk.Tabular;

/// <summary>exp(raw) in 32 bits (XGBoost's Poisson, gamma, Tweedie, Cox and AFT objectives).</summary>
internal sealed class SingleExpTransform : OutputTransform
{
    public override double Apply(double raw) => MathF.Exp((float)raw);
}
