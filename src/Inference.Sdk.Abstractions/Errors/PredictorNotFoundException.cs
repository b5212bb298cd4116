namespace Inference.Sdk;

/// <summary>No predictor has the name, or none of that name has the asked-for types.</summary>
public sealed class PredictorNotFoundException : InferenceException
{
    /// <summary>Makes an error.</summary>
    /// <param name="name">The name asked for.</param>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public PredictorNotFoundException(string name, string message)
        : base(message) => Name = name;

    /// <summary>Gets the name asked for.</summary>
    public string Name { get; }
}
