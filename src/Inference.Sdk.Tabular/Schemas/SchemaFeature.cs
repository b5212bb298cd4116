namespace Inference.Sdk.Tabular;

/// <summary>A column as a schema document describes it.</summary>
/// <param name="Descriptor">The column. Whether it is required is not its to say.</param>
/// <param name="Required">Whether a row must have a value; <see langword="null"/> where the document does not say, so that
/// the model's own word holds.</param>
internal sealed record SchemaFeature(FeatureDescriptor Descriptor, bool? Required);
