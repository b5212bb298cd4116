namespace Inference.Sdk;

/// <summary>A request is not one the model can take. Sending it again unchanged fails again.</summary>
public class InvalidRequestException : InferenceException
{
    /// <summary>Makes an error.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="parameter">The feature or option at fault.</param>
    /// <param name="row">The zero-based position of the input at fault in a batch.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidRequestException(
        string message, string? parameter = null, long? row = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Parameter = parameter;
        Row = row;
    }

    /// <summary>Gets the feature or option at fault; <see langword="null"/> where it is the request as a whole.</summary>
    public string? Parameter { get; }

    /// <summary>Gets the zero-based position of the input at fault in a batch; <see langword="null"/> outside one.</summary>
    public long? Row { get; internal set; }
}
