namespace Inference.Sdk;

/// <summary>Which model answered: enough to tell two builds of one model apart. Immutable.</summary>
public sealed record ModelIdentity
{
    /// <summary>An identity for predictors without a model file.</summary>
    public static readonly ModelIdentity Unknown = new() { Name = "unknown" };

    /// <summary>Gets the model's own name, from its metadata, or its file's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the model's version, where its metadata tells one.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the file format, such as <c>gguf</c> or <c>xgboost-json</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Gets the SHA-256 of the model's file, 64 lower-case hexadecimal digits; <see langword="null"/> until the
    /// model is loaded, or where hashing is switched off.</summary>
    public string? Sha256 { get; init; }
}
