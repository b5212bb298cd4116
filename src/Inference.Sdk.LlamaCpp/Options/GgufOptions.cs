namespace Inference.Sdk.LlamaCpp;

/// <summary>Options of one GGUF language model: how it is loaded and shared. Bound from the configuration section of its
/// name where it is registered with <c>AddGguf</c>.</summary>
/// <remarks>Read when the model is loaded; changes after that have no effect. Not safe for concurrent changes.</remarks>
public sealed class GgufOptions
{
    /// <summary>Gets or sets the model's file. Required for registration. A relative path starts at the current directory
    /// of the process.</summary>
    public string? ModelPath { get; set; }

    /// <summary>Gets or sets a file with the chat template, in Jinja and UTF-8, that prompts are written with;
    /// <see langword="null"/>, the default, for the one in the model's file (<c>tokenizer.chat_template</c>). For models that
    /// bring none, or one that cannot be used. A relative path starts at the current directory of the process.</summary>
    public string? ChatTemplatePath { get; set; }

    /// <summary>Gets or sets the most tokens that one conversation holds, its answer included, 1 or more;
    /// <see langword="null"/>, the default, for 4096, or what the model was trained for if that is less. Its memory is
    /// taken when the model is loaded, once for each of <see cref="MaxSequences"/>.</summary>
    public int? ContextLength { get; set; }

    /// <summary>Gets or sets how many answers are generated at the same time, 1 to 256. Default 4. More requests
    /// wait.</summary>
    public int MaxSequences { get; set; } = Options.GgufDefaults.MaxSequences;

    /// <summary>Gets or sets how many requests may wait, 0 or more; those beyond fail with
    /// <see cref="AdmissionRejectedException"/>. Default 256. The rows of a batch, of which as many as
    /// <see cref="MaxSequences"/> are under way at a time, wait for a place instead.</summary>
    public int QueueCapacity { get; set; } = Options.GgufDefaults.QueueCapacity;

    /// <summary>Gets or sets the most tokens that are computed in one step, 1 to 1048576. Default 512. Fewer make streams
    /// smoother while a long prompt is computed, more compute the prompt faster.</summary>
    public int BatchTokens { get; set; } = Options.GgufDefaults.BatchTokens;

    /// <summary>Gets or sets the threads that compute answers, 1 to 512; <see langword="null"/>, the default, for half of
    /// the logical processors, at least one, or for one thread where all layers are on GPUs. More threads than free cores make
    /// it many times slower.</summary>
    public int? Threads { get; set; }

    /// <summary>Gets or sets the threads that compute prompts, also where answers are computed in the same step, 1 to 512;
    /// <see langword="null"/>, the default, for as many as <see cref="Threads"/>.</summary>
    public int? PromptThreads { get; set; }

    /// <summary>Gets or sets how many layers go to the GPU, 0 or more; <see langword="null"/>, the default, for all. Of no
    /// effect without a GPU library.</summary>
    public int? GpuLayers { get; set; }

    /// <summary>Gets or sets the index of the GPU that takes everything where <see cref="SplitMode"/> is
    /// <see cref="LlamaSplitMode.None"/>, 0 or more. Default 0.</summary>
    public int MainGpu { get; set; }

    /// <summary>Gets or sets how the model is divided among several GPUs. Default
    /// <see cref="LlamaSplitMode.Layer"/>.</summary>
    public LlamaSplitMode SplitMode { get; set; } = LlamaSplitMode.Layer;

    /// <summary>Gets each GPU's share of the model, in any unit, 0 or more and one at least above 0; empty, the default, for
    /// shares by free memory.</summary>
    public IList<float> TensorSplit { get; } = [];

    /// <summary>Gets or sets how the weights come into memory. Default <see cref="LlamaLoadMode.Mmap"/>.</summary>
    public LlamaLoadMode LoadMode { get; set; } = LlamaLoadMode.Mmap;

    /// <summary>Gets or sets whether attention is computed without its score matrix. Default
    /// <see cref="LlamaFlashAttention.Auto"/>.</summary>
    public LlamaFlashAttention FlashAttention { get; set; } = LlamaFlashAttention.Auto;

    /// <summary>Gets or sets the number format of the attention keys in the context's memory. Default
    /// <see cref="LlamaCacheType.F16"/>; anything below 16 bits needs flash attention.</summary>
    public LlamaCacheType CacheTypeK { get; set; } = LlamaCacheType.F16;

    /// <summary>Gets or sets the number format of the attention values in the context's memory. Default
    /// <see cref="LlamaCacheType.F16"/>; anything below 16 bits needs flash attention.</summary>
    public LlamaCacheType CacheTypeV { get; set; } = LlamaCacheType.F16;

    /// <summary>Gets or sets whether the file's SHA-256 is computed when the model is loaded, for
    /// <see cref="ModelIdentity.Sha256"/>. Default <see langword="true"/>; it reads the whole file once more,
    /// when all else is loaded.</summary>
    public bool HashModel { get; set; } = true;
}
