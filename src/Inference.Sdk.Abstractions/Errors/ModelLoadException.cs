namespace Inference.Sdk;

/// <summary>A model cannot be loaded.</summary>
public sealed class ModelLoadException : InferenceException
{
    /// <summary>Makes an error.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="path">The model's file, or <see langword="null"/> where it came from memory.</param>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ModelLoadException(ModelLoadError reason, string? path, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
        Path = path;
    }

    /// <summary>Gets why the model cannot be loaded.</summary>
    public ModelLoadError Reason { get; }

    /// <summary>Gets the model's file; <see langword="null"/> where it came from memory.</summary>
    public string? Path { get; }
}
