namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>How a model is loaded and what its context holds. <see cref="LlamaLoadOptionsValidator"/> checks it.</summary>
internal sealed record LlamaLoadOptions
{
    /// <summary>The context that a sequence gets where none is asked for and the model was trained for as much.</summary>
    public const int DefaultContextLength = 4096;

    /// <summary>The most sequences that llama.cpp takes (its LLAMA_MAX_SEQ).</summary>
    public const int SequenceLimit = 256;

    /// <summary>The most that <see cref="Polling"/> can be.</summary>
    public const int MostPolling = 100;

    /// <summary>Gets the layers that go to the GPU; <see langword="null"/> for all, 0 for none. Of no effect without a GPU
    /// library.</summary>
    public int? GpuLayers { get; init; }

    /// <summary>Gets the index of the GPU that takes everything when <see cref="SplitMode"/> is none.</summary>
    public int MainGpu { get; init; }

    /// <summary>Gets how the model is divided among GPUs.</summary>
    public LlamaSplitMode SplitMode { get; init; } = LlamaSplitMode.Layer;

    /// <summary>Gets each GPU's share of the model, in any unit; empty for shares by free memory.</summary>
    public IReadOnlyList<float> TensorSplit { get; init; } = [];

    /// <summary>Gets how the weights come into memory.</summary>
    public LlamaLoadMode LoadMode { get; init; } = LlamaLoadMode.Mmap;

    /// <summary>Gets the most tokens that each sequence holds; <see langword="null"/> for
    /// <see cref="DefaultContextLength"/>, or what the model was trained for if that is less.</summary>
    public int? ContextLength { get; init; }

    /// <summary>Gets the most sequences at a time, 1 to <see cref="SequenceLimit"/>.</summary>
    public int MaxSequences { get; init; } = 1;

    /// <summary>Gets the most tokens of one decode.</summary>
    public int BatchTokens { get; init; } = 512;

    /// <summary>Gets the most tokens that the device computes at once, at most <see cref="BatchTokens"/>; a larger batch
    /// is computed in pieces.</summary>
    public int MicroBatch { get; init; } = 512;

    /// <summary>Gets the most tokens of one decode that ask for logits; <see langword="null"/> for all of them. Each
    /// takes 4 bytes for every token of the vocabulary, twice.</summary>
    public int? MaxOutputs { get; init; }

    /// <summary>Gets the threads that compute a decode of one generated token a sequence; <see langword="null"/> for half the
    /// processors, at least one, or for one where all layers are on GPUs.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the threads that compute a decode with tokens of a prompt; <see langword="null"/> for
    /// <see cref="Threads"/>.</summary>
    public int? ThreadsBatch { get; init; }

    /// <summary>Gets how long threads that have computed a step look for the next one before they sleep, 0 to
    /// <see cref="MostPolling"/>, in the library's unit of 131,072 looks (some milliseconds). Looking keeps a core busy: it
    /// spares the next step the time of waking, and everybody else the core.</summary>
    public int Polling { get; init; }

    /// <summary>Gets the number format of the attention keys in the context's memory. Below 16 bits needs flash
    /// attention.</summary>
    public LlamaCacheType CacheTypeK { get; init; } = LlamaCacheType.F16;

    /// <summary>Gets the number format of the attention values. Below 16 bits needs flash attention.</summary>
    public LlamaCacheType CacheTypeV { get; init; } = LlamaCacheType.F16;

    /// <summary>Gets whether attention is computed without its score matrix.</summary>
    public LlamaFlashAttention FlashAttention { get; init; } = LlamaFlashAttention.Auto;

    /// <summary>Gets whether all sequences share one memory, which lets them share a prefix without a copy; separate
    /// memories are faster for unrelated sequences.</summary>
    public bool KvUnified { get; init; }
}
