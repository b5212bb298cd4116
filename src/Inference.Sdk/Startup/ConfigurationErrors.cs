using Microsoft.Extensions.Options;

namespace Inference.Sdk.Startup;

/// <summary>Gathers what is misconfigured, to say it all at once.</summary>
internal sealed class ConfigurationErrors
{
    private readonly List<string> _messages = [];
    private readonly List<Exception> _causes = [];

    /// <summary>Runs what validates, and takes its errors in.</summary>
    /// <param name="subject">What the errors are of; <see langword="null"/> where they say so themselves.</param>
    /// <param name="validate">Makes or reads what is to be valid.</param>
    public void Gather(string? subject, Action validate)
    {
        try
        {
            validate();
        }
        catch (Exception error) when (IsOfConfiguration(error))
        {
            Add(subject, error);
        }
    }

    /// <inheritdoc cref="Gather"/>
    public async ValueTask GatherAsync(string subject, Func<ValueTask> validate)
    {
        try
        {
            await validate().ConfigureAwait(false);
        }
        catch (Exception error) when (IsOfConfiguration(error))
        {
            Add(subject, error);
        }
    }

    /// <summary>Makes a copy that gathers on its own.</summary>
    public ConfigurationErrors Copy()
    {
        var copy = new ConfigurationErrors();
        copy._messages.AddRange(_messages);
        copy._causes.AddRange(_causes);
        return copy;
    }

    /// <summary>Throws the errors as one, where there are any.</summary>
    public void ThrowIfAny()
    {
        if (_messages.Count > 0)
        {
            throw new InferenceConfigurationException(
                _messages, _causes.Count == 1 ? _causes[0] : new AggregateException(_causes));
        }
    }

    private static bool IsOfConfiguration(Exception error) =>
        error is not (OperationCanceledException or ObjectDisposedException);

    private void Add(string? subject, Exception error)
    {
        _causes.Add(error);
        foreach (string message in Messages(error))
        {
            // Some say what they are of themselves.
            bool hasSubject = subject is null || message.StartsWith(subject + ":", StringComparison.Ordinal);
            _messages.Add(hasSubject ? message : $"{subject}: {message}");
        }
    }

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
