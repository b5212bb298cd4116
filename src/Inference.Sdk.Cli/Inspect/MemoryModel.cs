using Inference.Sdk.LlamaCpp;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Options;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>Computes from a header what a model takes in memory with the engine's defaults.</summary>
internal static class MemoryModel
{
    // llama.cpp rounds the context of each sequence up to this.
    private const long ContextGranularity = 256;

    private const int BytesOfF16 = 2;
    private const int BytesOfF32 = 4;

    /// <summary>Computes the need.</summary>
    /// <param name="info">The header.</param>
    /// <param name="context">Tokens of each sequence, or <see langword="null"/> for what the engine takes.</param>
    /// <param name="sequences">Sequences at a time.</param>
    public static MemoryNeed Compute(GgufInfo info, int? context, int sequences)
    {
        ModelShape? shape = ModelShape.Read(info);
        LlamaLoadOptions options = GgufOptionsMapping.ToLoadOptions(
            new GgufOptions { ContextLength = context, MaxSequences = sequences });
        long trained = info.ContextLength ?? LlamaLoadOptions.DefaultContextLength;
        long length = context ?? Math.Min(LlamaLoadOptions.DefaultContextLength, Math.Max(1, trained));
        long cells = (length + ContextGranularity - 1) / ContextGranularity * ContextGranularity;
        return new MemoryNeed
        {
            Context = length,
            Sequences = sequences,
            WeightsBytes = info.TensorBytes,
            KvCacheBytes = shape?.KvNumbersPerToken is { } numbers
                ? checked(numbers * cells * sequences * BytesOfF16)
                : null,
            ComputeBytesEstimate = shape is null ? null : EstimateCompute(shape, options, cells),
        };
    }

    /// <summary>Estimates a step's buffers. llama.cpp reserves for logits of every token of a batch, and lays the tensors of a
    /// graph over each other once they are no longer used; so what counts is the largest moment: those logits with the
    /// vectors around them, or one layer with its feed-forward network. The attention mask is there all the time, and the
    /// logits that are asked for are copied out.</summary>
    private static long EstimateCompute(ModelShape shape, LlamaLoadOptions options, long cells)
    {
        long batch = options.MicroBatch;
        long logits = batch * shape.Vocabulary * BytesOfF32;
        long vectors = batch * 5 * shape.EmbeddingLength * BytesOfF32;
        long layer = batch * ((3 * shape.EmbeddingLength) + (2 * shape.FeedForwardLength)) * BytesOfF32;
        long mask = batch * cells * BytesOfF16;
        long outputs = (options.MaxOutputs ?? options.BatchTokens) * shape.Vocabulary * BytesOfF32;
        return Math.Max(logits + vectors, layer) + mask + outputs;
    }
}
