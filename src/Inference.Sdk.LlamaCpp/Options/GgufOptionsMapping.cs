using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Scheduling;

namespace Inference.Sdk.LlamaCpp.Options;

/// <summary>Turns the public options into those of the layers below.</summary>
internal static class GgufOptionsMapping
{
    /// <summary>Makes the options of loading.</summary>
    /// <param name="options">The public options.</param>
    /// <returns>The options.</returns>
    public static LlamaLoadOptions ToLoadOptions(GgufOptions options) => new()
    {
        ContextLength = options.ContextLength,
        MaxSequences = options.MaxSequences,
        BatchTokens = options.BatchTokens,
        MicroBatch = Math.Clamp(options.BatchTokens, 1, new LlamaLoadOptions().MicroBatch),

        // A step asks for the logits of one token of each sequence.
        MaxOutputs = Math.Max(1, options.MaxSequences),
        Threads = options.Threads,
        ThreadsBatch = options.PromptThreads,
        GpuLayers = options.GpuLayers,
        MainGpu = options.MainGpu,
        SplitMode = options.SplitMode,
        TensorSplit = [.. options.TensorSplit],
        LoadMode = options.LoadMode,
        FlashAttention = options.FlashAttention,
        CacheTypeK = options.CacheTypeK,
        CacheTypeV = options.CacheTypeV,
    };

    /// <summary>Makes the options of the scheduler.</summary>
    /// <param name="options">The public options.</param>
    /// <returns>The options.</returns>
    public static SchedulerOptions ToSchedulerOptions(GgufOptions options) => new()
    {
        QueueCapacity = options.QueueCapacity,
        StepTokens = options.BatchTokens,
    };
}
