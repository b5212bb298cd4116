namespace Inference.Sdk.LlamaCpp;

/// <summary>Whether attention is computed without writing its score matrix to memory.</summary>
public enum LlamaFlashAttention
{
    /// <summary>Where the model and the device support it. The default.</summary>
    Auto,

    /// <summary>Never.</summary>
    Off,

    /// <summary>Always. A model whose attention does not allow it fails to load.</summary>
    On,
}
