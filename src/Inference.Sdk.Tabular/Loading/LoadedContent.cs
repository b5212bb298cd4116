namespace Inference.Sdk.Tabular;

/// <summary>The bytes of a model or of a schema, and where they came from.</summary>
/// <param name="Path">The file, or <see langword="null"/> for a stream.</param>
/// <param name="Bytes">The content.</param>
internal sealed record LoadedContent(string? Path, ReadOnlyMemory<byte> Bytes);
