using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>What a GGUF file tells about its model, read from the header alone: neither weights nor native libraries are
/// touched. Immutable, safe for concurrent use.</summary>
public sealed class GgufInfo
{
    private readonly GgufFile _file;

    internal GgufInfo(GgufFile file)
    {
        _file = file;
        Architecture = file.Metadata.GetString("general.architecture");
        ParameterCount = file.Tensors.Sum(tensor => tensor.ElementCount);
        TensorBytes = file.Tensors.Sum(tensor => tensor.ByteLength);
        TensorBytesByType = file.Tensors
            .GroupBy(tensor => tensor.TypeName)
            .ToFrozenDictionary(group => group.Key, group => group.Sum(tensor => tensor.ByteLength));
    }

    /// <summary>Gets the file's path, as it was given.</summary>
    public string Path => _file.Path;

    /// <summary>Gets the version of the file format, 2 or 3.</summary>
    public int Version => _file.Version;

    /// <summary>Gets the file's length in bytes.</summary>
    public long FileLength => _file.FileLength;

    /// <summary>Gets the architecture, such as <c>llama</c> or <c>qwen2</c>; <see langword="null"/> where the file tells
    /// none.</summary>
    public string? Architecture { get; }

    /// <summary>Gets the model's name; <see langword="null"/> where the file tells none.</summary>
    public string? Name => Metadata.GetString("general.name");

    /// <summary>Gets the model's version, as its maker counts it; <see langword="null"/> where the file tells none.</summary>
    public string? ModelVersion => Metadata.GetString("general.version");

    /// <summary>Gets how the weights are quantized, with llama.cpp's names, such as <c>Q4_K_M</c>; where the file does not
    /// tell, the number format that takes most bytes, or <see langword="null"/> without weights.</summary>
    public string? Quantization => GgufFileTypes.Name(Metadata.GetInt64("general.file_type"))
        ?? (TensorBytesByType.Count > 0 ? TensorBytesByType.MaxBy(pair => pair.Value).Key : null);

    /// <summary>Gets the number of weights.</summary>
    public long ParameterCount { get; }

    /// <summary>Gets the bytes of all weights.</summary>
    public long TensorBytes { get; }

    /// <summary>Gets the bytes of the weights in each number format, by <see cref="GgufTensor.TypeName"/>.</summary>
    public IReadOnlyDictionary<string, long> TensorBytesByType { get; }

    /// <summary>Gets the context, in tokens, that the model was trained for; <see langword="null"/> where the file tells
    /// none.</summary>
    public long? ContextLength => Hyperparameter("context_length");

    /// <summary>Gets the length of the embedding vectors; <see langword="null"/> where the file tells none.</summary>
    public long? EmbeddingLength => Hyperparameter("embedding_length");

    /// <summary>Gets the number of layers; <see langword="null"/> where the file tells none.</summary>
    public long? Layers => Hyperparameter("block_count");

    /// <summary>Gets the Jinja chat template; <see langword="null"/> where the file has none.</summary>
    public string? ChatTemplate => Metadata.GetString("tokenizer.chat_template");

    /// <summary>Gets the kind of tokenizer, such as <c>gpt2</c> (byte-level BPE) or <c>llama</c> (SentencePiece);
    /// <see langword="null"/> where the file has none.</summary>
    public string? TokenizerModel => Metadata.GetString("tokenizer.ggml.model");

    /// <summary>Gets the number of tokens of the vocabulary; <see langword="null"/> where the file has none.</summary>
    public int? VocabularySize =>
        Metadata.TryGetValue("tokenizer.ggml.tokens", out GgufValue? tokens) ? tokens.Count : null;

    /// <summary>Gets all metadata.</summary>
    public GgufMetadata Metadata => _file.Metadata;

    /// <summary>Gets the tensors, in the file's order.</summary>
    public IReadOnlyList<GgufTensor> Tensors => _file.Tensors;

    /// <summary>Reads a file's header.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it tells.</returns>
    /// <exception cref="ModelLoadException">The file cannot be read, or is not a well-formed GGUF file of version 2 or 3;
    /// a part of a split model is unsupported.</exception>
    public static GgufInfo Read(string path) => new(GgufFile.Read(path));

    private long? Hyperparameter(string name) => Architecture is null ? null : Metadata.GetInt64($"{Architecture}.{name}");
}
