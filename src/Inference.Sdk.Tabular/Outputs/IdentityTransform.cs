namespace Inference.Sdk.Tabular;

/// <summary>The raw score is the prediction.</summary>
internal sealed class IdentityTransform : OutputTransform
{
    public static readonly IdentityTransform Instance = new();

    public override double Apply(double raw) => raw;
}
