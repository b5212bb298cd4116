using Microsoft.Extensions.Options;

namespace Inference.Sdk.Startup;

/// <summary>Gathers what is misconfigured, to say it all at once.</summary>
internal sealed class ConfigurationErrors
{
    private readonly List<string> _messages = [];
    private readonly List<Exception> _causes = [];

    public bool IsEmpty => _messages.Count == 0;

    /// <summary>Runs what validates, and takes its errors in.</summary>
    /// <param name="subject">What the errors are of; <see langword="null"/> where they say so themselves.</param>
    /// <param name="validate">Makes or reads what is to be valid.</param>
    public void Gather(string? subject, Action validate)
    {
        try
        {
            validate();
        }
        catch (Exception error) when (error is not (OperationCanceledException or ObjectDisposedException))
        {
            _causes.Add(error);
            foreach (string message in Messages(error))
            {
                _messages.Add(subject is null ? message : $"{subject}: {message}");
            }
        }
    }

    /// <summary>Throws the errors as one.</summary>
    public void Throw() => throw new InferenceConfigurationException(
        _messages, _causes.Count == 1 ? _causes[0] : new AggregateException(_causes));

    private static IEnumerable<string> Messages(Exception error) => error switch
    {
        OptionsValidationException options => options.Failures,
        InferenceConfigurationException own => own.Errors,
        AggregateException several => several.InnerExceptions.SelectMany(Messages),
        InferenceException or ArgumentException or InvalidOperationException => [error.Message],

        // An error nobody meant for a reader says little without its type.
        _ => [$"{error.GetType().Name}: {error.Message}"],
    };
}
