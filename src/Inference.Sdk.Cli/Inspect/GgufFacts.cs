namespace Inference.Sdk.Cli.Inspect;

/// <summary>What the header of a GGUF file tells. Immutable; <see langword="null"/> where it does not.</summary>
internal sealed record GgufFacts
{
    public required string? Name { get; init; }

    public required string? ModelVersion { get; init; }

    public required string? Architecture { get; init; }

    /// <summary>Gets how the weights are quantized, with llama.cpp's names, such as <c>Q4_K_M</c>.</summary>
    public required string? Quantization { get; init; }

    public required int FormatVersion { get; init; }

    public required long Parameters { get; init; }

    public required int TensorCount { get; init; }

    /// <summary>Gets the number formats of the weights, that with the most bytes first.</summary>
    public required IReadOnlyList<TensorTypeFacts> TensorTypes { get; init; }

    /// <summary>Gets the context, in tokens, that the model was trained for.</summary>
    public required long? TrainingContext { get; init; }

    public required long? Layers { get; init; }

    public required long? EmbeddingLength { get; init; }

    public required long? Heads { get; init; }

    public required long? Vocabulary { get; init; }

    public required string? Tokenizer { get; init; }

    public required bool HasChatTemplate { get; init; }

    public required MemoryNeed Memory { get; init; }

    /// <summary>Gets the metadata as text; an array as its type and length.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
