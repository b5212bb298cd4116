namespace Inference.Sdk.Tabular;

/// <summary>Divides by the number of iterations, then transforms: LightGBM's random forests. Their raw score stays the
/// plain sum, as in LightGBM.</summary>
internal sealed class AverageTransform(int iterations, OutputTransform next) : OutputTransform
{
    public override double Apply(double raw) => next.Apply(raw / iterations);
}
