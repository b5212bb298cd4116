namespace Inference.Sdk.LlamaCpp;

/// <summary>How a model's weights come into memory.</summary>
public enum LlamaLoadMode
{
    /// <summary>They are read into memory of their own.</summary>
    None,

    /// <summary>The file is mapped: pages come in as they are used, and processes share them. The default.</summary>
    Mmap,

    /// <summary>They are read into memory of their own that is kept from being swapped out. Needs the right to lock
    /// that much memory; without it the model loads and a warning is logged.</summary>
    Mlock,

    /// <summary>The file is mapped and its pages are kept from being swapped out.</summary>
    MmapMlock,

    /// <summary>They are read past the operating system's file cache, where the file system can do that.</summary>
    DirectIo,
}
