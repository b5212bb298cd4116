namespace Inference.Sdk.Cli.Inspect;

/// <summary>The memory a model takes, in bytes. Immutable.</summary>
internal sealed record MemoryNeed
{
    /// <summary>Gets the tokens of each sequence.</summary>
    public required long Context { get; init; }

    public required int Sequences { get; init; }

    public required long WeightsBytes { get; init; }

    /// <summary>Gets the keys and values of past tokens, in 16 bits, for every sequence; <see langword="null"/> where the
    /// architecture does not keep them for each token, or the header does not tell their size.</summary>
    public required long? KvCacheBytes { get; init; }

    /// <summary>Gets an estimate of what a step computes in, the logits included; <see langword="null"/> where the header
    /// does not tell enough.</summary>
    public required long? ComputeBytesEstimate { get; init; }

    /// <summary>Gets the sum of what is known; an estimate since one part of it is.</summary>
    public long TotalBytesEstimate => WeightsBytes + (KvCacheBytes ?? 0) + (ComputeBytesEstimate ?? 0);
}
