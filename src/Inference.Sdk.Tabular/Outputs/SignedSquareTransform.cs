namespace Inference.Sdk.Tabular;

/// <summary>sign(raw) * raw * raw: undoes the square root that LightGBM's <c>reg_sqrt</c> takes of labels.</summary>
internal sealed class SignedSquareTransform : OutputTransform
{
    public override double Apply(double raw) => raw > 0 ? raw * raw : -raw * raw;
}
