namespace Inference.Sdk.Tabular;

/// <summary>Reads a truth value as 1 or 0.</summary>
internal sealed class BooleanMapping<TInput>(string feature, Func<TInput, bool> value) : FeatureMapping<TInput>(feature)
{
    public static string? MismatchOf(FeatureDescriptor descriptor) => descriptor.Type == FeatureType.Category
        ? $"Feature '{descriptor.Name}' is a category and is mapped to a truth value. Map it to one of the texts "
            + $"{string.Join(", ", descriptor.Categories)}."
        : null;

    public override string? Mismatch(FeatureDescriptor descriptor) => MismatchOf(descriptor);

    public override Func<TInput, double> Bind(FeatureDescriptor descriptor) => input => value(input) ? 1 : 0;
}
