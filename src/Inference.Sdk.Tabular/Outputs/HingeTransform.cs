namespace Inference.Sdk.Tabular;

/// <summary>1 where the raw score is positive, else 0 (XGBoost's <c>binary:hinge</c>).</summary>
internal sealed class HingeTransform : OutputTransform
{
    public override double Apply(double raw) => raw > 0 ? 1 : 0;
}
