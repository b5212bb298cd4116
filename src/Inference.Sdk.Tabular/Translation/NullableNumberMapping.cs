namespace Inference.Sdk.Tabular;

/// <summary>Reads a number that can be missing.</summary>
internal sealed class NullableNumberMapping<TInput>(string feature, Func<TInput, double?> value)
    : FeatureMapping<TInput>(feature)
{
    public override string? Mismatch(FeatureDescriptor descriptor) => null;

    public override Func<TInput, double> Bind(FeatureDescriptor descriptor) => input => value(input) ?? double.NaN;
}
