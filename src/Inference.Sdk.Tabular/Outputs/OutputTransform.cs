namespace Inference.Sdk.Tabular;

/// <summary>What turns a raw score into the prediction: the inverse of the objective's link. Immutable.</summary>
internal abstract class OutputTransform
{
    /// <summary>Transforms a raw score.</summary>
    public abstract double Apply(double raw);
}
