namespace Inference.Sdk.Tabular;

/// <summary>How one feature is read from an input.</summary>
/// <param name="feature">The feature's name.</param>
internal abstract class FeatureMapping<TInput>(string feature)
{
    /// <summary>Gets the feature's name.</summary>
    public string Feature => feature;

    /// <summary>Says why the feature cannot be read this way.</summary>
    /// <returns>The fault and its remedy, or <see langword="null"/> where it can.</returns>
    public abstract string? Mismatch(FeatureDescriptor descriptor);

    /// <summary>Makes what reads the feature from inputs.</summary>
    public abstract Func<TInput, double> Bind(FeatureDescriptor descriptor);
}
