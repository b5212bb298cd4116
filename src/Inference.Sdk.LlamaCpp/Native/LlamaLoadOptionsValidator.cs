namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Checks options before any of them reaches native code, which ends the process at some of the bad ones.</summary>
internal static class LlamaLoadOptionsValidator
{
    private const int MostThreads = 512;
    private const int MostBatchTokens = 1 << 20;

    /// <summary>Finds every error.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The errors, each with what is allowed.</returns>
    public static IReadOnlyList<string> Validate(LlamaLoadOptions options)
    {
        var errors = new List<string>();
        Check(options.GpuLayers is null or >= 0, $"GpuLayers is {options.GpuLayers}: it is 0 or more, or null for all.");
        Check(options.MainGpu >= 0, $"MainGpu is {options.MainGpu}: it is the index of a GPU, from 0.");
        Check(Enum.IsDefined(options.SplitMode), $"SplitMode {options.SplitMode} does not exist.");
        Check(Enum.IsDefined(options.LoadMode), $"LoadMode {options.LoadMode} does not exist.");
        Check(Enum.IsDefined(options.FlashAttention), $"FlashAttention {options.FlashAttention} does not exist.");
        Check(Enum.IsDefined(options.CacheTypeK), $"CacheTypeK {options.CacheTypeK} does not exist.");
        Check(Enum.IsDefined(options.CacheTypeV), $"CacheTypeV {options.CacheTypeV} does not exist.");
        Check(
            options.TensorSplit.All(share => float.IsFinite(share) && share >= 0)
                && (options.TensorSplit.Count == 0 || options.TensorSplit.Any(share => share > 0)),
            "TensorSplit has shares of 0 or more, at least one of them above 0.");
        Check(
            options.ContextLength is null or > 0,
            $"ContextLength is {options.ContextLength}: it is 1 or more, or null for a default.");
        Check(
            options.MaxSequences is >= 1 and <= LlamaLoadOptions.SequenceLimit,
            $"MaxSequences is {options.MaxSequences}: it is 1 to {LlamaLoadOptions.SequenceLimit}.");
        Check(
            options.BatchTokens is >= 1 and <= MostBatchTokens,
            $"BatchTokens is {options.BatchTokens}: it is 1 to {MostBatchTokens}.");
        Check(options.MicroBatch >= 1, $"MicroBatch is {options.MicroBatch}: it is 1 or more.");
        Check(options.MaxOutputs is null or >= 1, $"MaxOutputs is {options.MaxOutputs}: it is 1 or more, or null for all.");
        Check(
            options.Threads is null or (>= 1 and <= MostThreads),
            $"Threads is {options.Threads}: it is 1 to {MostThreads}, or null for half the processors.");
        Check(
            options.ThreadsBatch is null or (>= 1 and <= MostThreads),
            $"ThreadsBatch is {options.ThreadsBatch}: it is 1 to {MostThreads}, or null for as many as Threads.");
        Check(
            options.Polling is >= 0 and <= LlamaLoadOptions.MostPolling,
            $"Polling is {options.Polling}: it is 0 to {LlamaLoadOptions.MostPolling}.");
        bool quantized = options.CacheTypeK is LlamaCacheType.Q8 or LlamaCacheType.Q4
            || options.CacheTypeV is LlamaCacheType.Q8 or LlamaCacheType.Q4;
        Check(
            !quantized || options.FlashAttention != LlamaFlashAttention.Off,
            $"CacheTypeK is {options.CacheTypeK} and CacheTypeV is {options.CacheTypeV}: below 16 bits they need flash attention. "
            + "Switch it on or leave it automatic.");
        return errors;

        void Check(bool holds, string error)
        {
            if (!holds)
            {
                errors.Add(error);
            }
        }
    }
}
