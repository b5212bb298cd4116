namespace Inference.Sdk;

/// <summary>What is known of a predictor. Immutable.</summary>
public sealed record PredictorMetadata
{
    /// <summary>Gets the name it is registered under.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the family of its model.</summary>
    public required PredictorKind Kind { get; init; }

    /// <summary>Gets the identity of its model.</summary>
    public required ModelIdentity Model { get; init; }

    /// <summary>Gets the schema of its input rows; <see langword="null"/> where the input is not a row of features.</summary>
    public FeatureSchema? InputSchema { get; init; }

    /// <summary>Gets what it outputs, in words a schema or a table can show; <see langword="null"/> where unknown.</summary>
    public OutputDescriptor? Output { get; init; }

    /// <summary>Gets where it runs, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Gets further facts by name, such as <c>quantization</c> or <c>context_length</c>, as text.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
