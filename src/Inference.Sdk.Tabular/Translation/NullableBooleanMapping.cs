namespace Inference.Sdk.Tabular;

/// <summary>Reads a truth value that can be missing as 1 or 0.</summary>
internal sealed class NullableBooleanMapping<TInput>(string feature, Func<TInput, bool?> value)
    : FeatureMapping<TInput>(feature)
{
    public override string? Mismatch(FeatureDescriptor descriptor) => BooleanMapping<TInput>.MismatchOf(descriptor);

    public override Func<TInput, double> Bind(FeatureDescriptor descriptor) =>
        input => value(input) is { } truth ? (truth ? 1 : 0) : double.NaN;
}
