namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>A tensor of a GGUF file. Immutable.</summary>
public sealed record GgufTensor
{
    internal GgufTensor()
    {
    }

    /// <summary>Gets the name, such as <c>blk.0.attn_q.weight</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the length of each dimension, the fastest-varying one first; one to four, each at least 1.</summary>
    public required IReadOnlyList<long> Dimensions { get; init; }

    /// <summary>Gets the number format, with ggml's names, such as <c>F32</c> or <c>Q4_K</c>.</summary>
    public string TypeName => Type.ToString();

    /// <summary>Gets where its data begins, in bytes from the beginning of the file's data section.</summary>
    public required long Offset { get; init; }

    /// <summary>Gets the bytes of its data.</summary>
    public required long ByteLength { get; init; }

    /// <summary>Gets the number of its elements.</summary>
    public required long ElementCount { get; init; }

    /// <summary>Gets the number format.</summary>
    internal GgmlType Type { get; init; }
}
