using Inference.Sdk.LlamaCpp.Gguf;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>The sizes of a transformer, from its header. Immutable.</summary>
internal sealed record ModelShape
{
    public required long EmbeddingLength { get; init; }

    public required long FeedForwardLength { get; init; }

    public required long Vocabulary { get; init; }

    /// <summary>Gets how many numbers of keys and values all layers keep for a token; <see langword="null"/> where the
    /// architecture does it otherwise.</summary>
    public required long? KvNumbersPerToken { get; init; }

    /// <summary>Reads the sizes.</summary>
    /// <returns>The sizes, or <see langword="null"/> where the header does not tell them.</returns>
    public static ModelShape? Read(GgufInfo info)
    {
        GgufMetadata metadata = info.Metadata;
        if (info.Architecture is not { } prefix
            || info.EmbeddingLength is not { } embedding
            || (info.VocabularySize ?? metadata.GetInt64($"{prefix}.vocab_size")) is not { } vocabulary)
        {
            return null;
        }

        return new ModelShape
        {
            EmbeddingLength = embedding,
            FeedForwardLength = Largest(metadata, $"{prefix}.feed_forward_length") ?? (4 * embedding),
            Vocabulary = vocabulary,
            KvNumbersPerToken = CountKv(metadata, prefix, embedding),
        };
    }

    private static long? CountKv(GgufMetadata metadata, string prefix, long embedding)
    {
        // State-space layers keep a state in place of tokens, and latent attention keeps something smaller than keys.
        bool other = metadata.Values.Keys.Any(key =>
            key.StartsWith($"{prefix}.ssm.", StringComparison.Ordinal)
            || key.StartsWith($"{prefix}.wkv.", StringComparison.Ordinal)
            || key == $"{prefix}.attention.kv_lora_rank");
        if (other
            || metadata.GetInt64($"{prefix}.block_count") is not { } layers
            || Largest(metadata, $"{prefix}.attention.head_count") is not ({ } heads and > 0))
        {
            return null;
        }

        long keys = metadata.GetInt64($"{prefix}.attention.key_length") ?? (embedding / heads);
        long values = metadata.GetInt64($"{prefix}.attention.value_length") ?? (embedding / heads);
        string kvHeads = $"{prefix}.attention.head_count_kv";
        long total = metadata.TryGetValue(kvHeads, out GgufValue? value) && value.Type == GgufValueType.Array
            ? Elements(value).Sum()
            : layers * (metadata.GetInt64(kvHeads) ?? heads);
        return total * (keys + values);
    }

    private static long? Largest(GgufMetadata metadata, string key) =>
        !metadata.TryGetValue(key, out GgufValue? value) ? null
        : value.Type != GgufValueType.Array ? value.AsInt64()
        : Elements(value).Cast<long?>().Max();

    private static IEnumerable<long> Elements(GgufValue array) =>
        array.AsList<int>()?.Select(v => (long)v)
        ?? array.AsList<uint>()?.Select(v => (long)v)
        ?? array.AsList<long>()
        ?? [];
}
