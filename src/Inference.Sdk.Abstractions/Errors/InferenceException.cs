namespace Inference.Sdk;

/// <summary>The base of every error that inference raises on its own account. Messages say what is wrong, where, and what
/// to do.</summary>
public class InferenceException : Exception
{
    /// <summary>Makes an error.</summary>
    public InferenceException()
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public InferenceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public InferenceException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
