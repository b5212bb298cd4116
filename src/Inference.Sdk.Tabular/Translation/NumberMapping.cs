namespace Inference.Sdk.Tabular;

/// <summary>Reads a number.</summary>
internal sealed class NumberMapping<TInput>(string feature, Func<TInput, double> value) : FeatureMapping<TInput>(feature)
{
    public override string? Mismatch(FeatureDescriptor descriptor) => null;

    public override Func<TInput, double> Bind(FeatureDescriptor descriptor) => value;
}
