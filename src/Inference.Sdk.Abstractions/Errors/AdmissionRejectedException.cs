namespace Inference.Sdk;

/// <summary>There is more work waiting than the engine takes on. The same request can succeed later.</summary>
public sealed class AdmissionRejectedException : InferenceException
{
    /// <summary>Makes an error.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="retryAfter">When it is worth trying again, where that can be told.</param>
    public AdmissionRejectedException(string message, TimeSpan? retryAfter = null)
        : base(message) => RetryAfter = retryAfter;

    /// <summary>Gets when it is worth trying again; <see langword="null"/> where that cannot be told.</summary>
    public TimeSpan? RetryAfter { get; }
}
