namespace Inference.Sdk;

/// <summary>Why a model cannot be loaded.</summary>
public enum ModelLoadError
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>The file cannot be read.</summary>
    AccessDenied,

    /// <summary>The content is of no format the engine knows.</summary>
    UnknownFormat,

    /// <summary>The file ends before its content does.</summary>
    Truncated,

    /// <summary>The content contradicts itself or its format.</summary>
    Corrupt,

    /// <summary>The content is valid and needs something this engine does not do.</summary>
    Unsupported,

    /// <summary>The native runtime is missing or of another version.</summary>
    Runtime,

    /// <summary>There is not enough memory.</summary>
    OutOfMemory,
}
