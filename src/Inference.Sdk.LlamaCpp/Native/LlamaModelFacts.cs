namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>What a loaded model tells about itself.</summary>
internal sealed record LlamaModelFacts
{
    /// <summary>Gets the architecture, size and quantization in words, such as <c>qwen2 0.5B Q4_K - Medium</c>.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the number of weights.</summary>
    public required long ParameterCount { get; init; }

    /// <summary>Gets the bytes of all weights.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Gets the context, in tokens, that the model was trained for.</summary>
    public required int TrainingContextLength { get; init; }

    /// <summary>Gets the number of layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Gets the length of the embedding vectors.</summary>
    public required int EmbeddingLength { get; init; }

    /// <summary>Gets which devices the layers are on.</summary>
    public required LayerPlacement Placement { get; init; }

    /// <summary>Gets whether a part of a sequence can be forgotten; recurrent models keep a running state instead of each
    /// token's, and can forget whole sequences only.</summary>
    public required bool ForgetsPartially { get; init; }

    /// <summary>Gets the Jinja chat template of the file; <see langword="null"/> where it has none.</summary>
    public string? ChatTemplate { get; init; }
}
