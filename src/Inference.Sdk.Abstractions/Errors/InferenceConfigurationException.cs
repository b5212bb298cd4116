namespace Inference.Sdk;

/// <summary>What is registered cannot work. Lists every error at once, each with its remedy.</summary>
public sealed class InferenceConfigurationException : InferenceException
{
    /// <summary>Makes an error.</summary>
    /// <param name="errors">Every error, each with its remedy.</param>
    /// <param name="innerException">The cause, where there is one: several are an <see cref="AggregateException"/>.</param>
    public InferenceConfigurationException(IReadOnlyList<string> errors, Exception? innerException = null)
        : base(Describe(errors), innerException) => Errors = errors;

    /// <summary>Gets every error, each with its remedy.</summary>
    public IReadOnlyList<string> Errors { get; }

    private static string Describe(IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        string heading = errors.Count == 1
            ? "Inference is misconfigured:"
            : $"Inference is misconfigured ({errors.Count} errors):";
        return string.Join(Environment.NewLine, errors.Select(e => $"- {e}").Prepend(heading));
    }
}
