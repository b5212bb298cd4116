using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Makes the library's parameters of ours, from its own defaults.</summary>
internal static class LlamaParameters
{
    /// <summary>Gets the library's defaults for a model.</summary>
    public static LlamaModelParams DefaultModel() => LlamaApi.ModelDefaultParams().Read<LlamaModelParams>();

    /// <summary>Makes a model's parameters.</summary>
    public static LlamaModelParams Model(LlamaLoadOptions options)
    {
        LlamaModelParams parameters = DefaultModel();
        parameters.GpuLayers = options.GpuLayers ?? -1;
        parameters.MainGpu = options.MainGpu;
        parameters.SplitMode = (int)options.SplitMode;
        parameters.LoadMode = (int)options.LoadMode;
        return parameters;
    }

    /// <summary>Makes a context's parameters.</summary>
    /// <param name="options">The options.</param>
    /// <param name="threads">The threads of a decode.</param>
    /// <param name="length">The most tokens of each sequence.</param>
    /// <param name="path">The model's file, for errors.</param>
    public static LlamaContextParams Context(LlamaLoadOptions options, StepThreads threads, int length, string path)
    {
        // The library divides the total among the sequences, and rounds each one's part up to a multiple of 256.
        const int Granularity = 256;
        long rounded = ((long)length + Granularity - 1) / Granularity * Granularity;
        long total = rounded * options.MaxSequences;
        if (total > int.MaxValue)
        {
            throw new ModelLoadException(
                ModelLoadError.Unsupported, path,
                $"{options.MaxSequences} sequences of {length} tokens are {total} tokens of context, more than llama.cpp can "
                + "count. Ask for a shorter context or fewer sequences.");
        }

        LlamaContextParams parameters = LlamaApi.ContextDefaultParams().Read<LlamaContextParams>();
        parameters.ContextTokens = (uint)total;
        parameters.BatchTokens = (uint)options.BatchTokens;
        parameters.MicroBatchTokens = (uint)Math.Min(options.MicroBatch, options.BatchTokens);
        parameters.MaxSequences = (uint)options.MaxSequences;

        // The library sets aside an output for each sequence at least, and asserts that this is within the limit.
        parameters.MaxOutputs = (uint)Math.Max(
            Math.Min(options.MaxOutputs ?? options.BatchTokens, options.BatchTokens), options.MaxSequences);
        parameters.Threads = threads.Decode;
        parameters.ThreadsBatch = threads.Prompt;
        parameters.TypeK = GgmlType(options.CacheTypeK);
        parameters.TypeV = GgmlType(options.CacheTypeV);
        parameters.KvUnified = options.KvUnified ? (byte)1 : (byte)0;
        parameters.FlashAttentionType = options.FlashAttention switch
        {
            LlamaFlashAttention.On => 1,
            LlamaFlashAttention.Off => 0,
            _ => -1,
        };
        return parameters;
    }

    /// <summary>Decides how many threads compute.</summary>
    /// <param name="options">The options.</param>
    /// <param name="placement">Where the layers are. With all of them on GPUs the processor only looks up the embeddings of
    /// the tokens, which more threads make slower.</param>
    public static StepThreads Threads(LlamaLoadOptions options, LayerPlacement placement)
    {
        int decode = options.Threads ?? (placement.IsOnGpusOnly ? 1 : Math.Max(1, Environment.ProcessorCount / 2));
        return new StepThreads(decode, options.ThreadsBatch ?? decode);
    }

    private static int GgmlType(LlamaCacheType type) => (int)(type switch
    {
        LlamaCacheType.F32 => Gguf.GgmlType.F32,
        LlamaCacheType.BF16 => Gguf.GgmlType.BF16,
        LlamaCacheType.Q8 => Gguf.GgmlType.Q8_0,
        LlamaCacheType.Q4 => Gguf.GgmlType.Q4_0,
        _ => Gguf.GgmlType.F16,
    });
}
