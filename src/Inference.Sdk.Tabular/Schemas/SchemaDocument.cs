namespace Inference.Sdk.Tabular;

/// <summary>A schema as written beside or into a model: names, types and descriptions its format has no room
/// for.</summary>
internal sealed record SchemaDocument
{
    /// <summary>Gets the model's name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the model's version.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the columns in the model's order.</summary>
    public required IReadOnlyList<SchemaFeature> Features { get; init; }

    /// <summary>Gets the output, where it is described.</summary>
    public OutputDescriptor? Output { get; init; }
}
