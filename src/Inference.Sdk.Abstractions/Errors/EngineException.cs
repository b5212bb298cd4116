namespace Inference.Sdk;

/// <summary>An engine failed at a valid request.</summary>
public sealed class EngineException : InferenceException
{
    /// <summary>Makes an error.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public EngineException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
