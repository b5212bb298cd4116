using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native.Loading;

/// <summary>Tells whether a library lays out its parameters as this package does, by the defaults it gives: a field that
/// was added, removed or moved shifts the values of those behind it.</summary>
internal static unsafe class AbiProbe
{
    /// <summary>The threads that the defaults of a pool are to be asked for with.</summary>
    public const int PoolThreads = 7;

    /// <summary>Finds the first parameter whose default differs.</summary>
    /// <param name="modelDefaults">What <c>llama_model_default_params</c> returned.</param>
    /// <param name="contextDefaults">What <c>llama_context_default_params</c> returned.</param>
    /// <param name="poolDefaults">What <c>ggml_threadpool_params_init</c> gave for <see cref="PoolThreads"/>.</param>
    /// <returns>The field with what was expected and found, or <see langword="null"/> where all agree.</returns>
    public static string? FindDifference(
        in AbiBlob modelDefaults, in AbiBlob contextDefaults, in AbiBlob poolDefaults)
    {
        LlamaModelParams model = modelDefaults.Read<LlamaModelParams>();
        LlamaContextParams context = contextDefaults.Read<LlamaContextParams>();
        GgmlThreadPoolParams pool = poolDefaults.Read<GgmlThreadPoolParams>();
        return ModelFields(model).Concat(ContextFields(context)).Concat(PoolFields(pool))
            .Where(field => !field.Expected.Equals(field.Found))
            .Select(field => $"{field.Name} is {field.Found} where {field.Expected} is expected")
            .FirstOrDefault();
    }

    private static List<Field> ModelFields(LlamaModelParams p) =>
    [
        new("llama_model_params.devices", 0d, (nuint)p.Devices),
        new("llama_model_params.tensor_buft_overrides", 0d, (nuint)p.TensorBufferTypeOverrides),
        new("llama_model_params.n_gpu_layers", -1d, p.GpuLayers),
        new("llama_model_params.split_mode", 1d, p.SplitMode),
        new("llama_model_params.load_mode", 1d, p.LoadMode),
        new("llama_model_params.main_gpu", 0d, p.MainGpu),
        new("llama_model_params.tensor_split", 0d, (nuint)p.TensorSplit),
        new("llama_model_params.progress_callback", 0d, (nuint)p.ProgressCallback),
        new("llama_model_params.progress_callback_user_data", 0d, (nuint)p.ProgressCallbackUserData),
        new("llama_model_params.kv_overrides", 0d, (nuint)p.KvOverrides),
        new("llama_model_params.vocab_only", 0d, p.VocabOnly),
        new("llama_model_params.check_tensors", 0d, p.CheckTensors),
        new("llama_model_params.use_extra_bufts", 1d, p.UseExtraBufferTypes),
        new("llama_model_params.no_host", 0d, p.NoHost),
        new("llama_model_params.no_alloc", 0d, p.NoAlloc),
        new("llama_model_params.load_mtp", 0d, p.LoadMtp),
    ];

    private static List<Field> ContextFields(LlamaContextParams p) =>
    [
        new("llama_context_params.n_ctx", 512d, p.ContextTokens),
        new("llama_context_params.n_batch", 2048d, p.BatchTokens),
        new("llama_context_params.n_ubatch", 512d, p.MicroBatchTokens),
        new("llama_context_params.n_seq_max", 1d, p.MaxSequences),
        new("llama_context_params.n_rs_seq", 0d, p.RecurrentSnapshots),
        new("llama_context_params.n_outputs_max", 0d, p.MaxOutputs),
        new("llama_context_params.n_outputs_max_per_seq", 1d, p.MaxOutputsPerSequence),
        new("llama_context_params.n_threads", 4d, p.Threads),
        new("llama_context_params.n_threads_batch", 4d, p.ThreadsBatch),
        new("llama_context_params.ctx_type", 0d, p.ContextType),
        new("llama_context_params.rope_scaling_type", -1d, p.RopeScalingType),
        new("llama_context_params.pooling_type", -1d, p.PoolingType),
        new("llama_context_params.attention_type", -1d, p.AttentionType),
        new("llama_context_params.flash_attn_type", -1d, p.FlashAttentionType),
        new("llama_context_params.rope_freq_base", 0d, p.RopeFrequencyBase),
        new("llama_context_params.rope_freq_scale", 0d, p.RopeFrequencyScale),
        new("llama_context_params.yarn_ext_factor", -1d, p.YarnExtFactor),
        new("llama_context_params.yarn_attn_factor", -1d, p.YarnAttnFactor),
        new("llama_context_params.yarn_beta_fast", -1d, p.YarnBetaFast),
        new("llama_context_params.yarn_beta_slow", -1d, p.YarnBetaSlow),
        new("llama_context_params.yarn_orig_ctx", 0d, p.YarnOriginalContext),
        new("llama_context_params.defrag_thold", -1d, p.DefragThreshold),
        new("llama_context_params.cb_eval", 0d, (nuint)p.EvalCallback),
        new("llama_context_params.cb_eval_user_data", 0d, (nuint)p.EvalCallbackUserData),
        new("llama_context_params.type_k", 1d, p.TypeK),
        new("llama_context_params.type_v", 1d, p.TypeV),
        new("llama_context_params.abort_callback", 0d, (nuint)p.AbortCallback),
        new("llama_context_params.abort_callback_data", 0d, (nuint)p.AbortCallbackData),
        new("llama_context_params.embeddings", 0d, p.Embeddings),
        new("llama_context_params.offload_kqv", 1d, p.OffloadKqv),
        new("llama_context_params.no_perf", 1d, p.NoPerf),
        new("llama_context_params.op_offload", 1d, p.OpOffload),
        new("llama_context_params.swa_full", 1d, p.SwaFull),
        new("llama_context_params.kv_unified", 0d, p.KvUnified),
        new("llama_context_params.samplers", 0d, (nuint)p.Samplers),
        new("llama_context_params.n_samplers", 0d, p.SamplerCount),
        new("llama_context_params.ctx_other", 0d, (nuint)p.OtherContext),
    ];

    private static List<Field> PoolFields(GgmlThreadPoolParams p) =>
    [
        new("ggml_threadpool_params.n_threads", PoolThreads, p.Threads),
        new("ggml_threadpool_params.prio", 0d, p.Priority),
        new("ggml_threadpool_params.poll", 50d, p.Polling),
        new("ggml_threadpool_params.strict_cpu", 0d, p.StrictProcessors),
        new("ggml_threadpool_params.paused", 0d, p.Paused),
    ];

    // Every value fits a double, which spares a type of field for each type of value.
    private readonly record struct Field(string Name, double Expected, double Found);
}
