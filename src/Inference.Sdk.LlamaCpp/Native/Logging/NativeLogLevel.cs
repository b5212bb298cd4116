namespace Inference.Sdk.LlamaCpp.Native.Logging;

/// <summary>ggml's <c>ggml_log_level</c>.</summary>
internal enum NativeLogLevel
{
    /// <summary>No level.</summary>
    None,

    /// <summary>For llama.cpp's developers.</summary>
    Debug,

    /// <summary>What the library does: hundreds of lines per model.</summary>
    Info,

    /// <summary>Something unusual.</summary>
    Warning,

    /// <summary>A failure.</summary>
    Error,

    /// <summary>More of the line before.</summary>
    Continuation,
}
