using Inference.Sdk.Pipeline;
using Inference.Sdk.Registration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Startup;

/// <summary>Makes every registration's model source together, once for each container, so that all that is misconfigured is
/// said in one error.</summary>
internal sealed class PredictorSources(IServiceProvider services, PredictorRegistry registry)
{
    private readonly Lock _gate = new();
    private readonly HashSet<PredictorRegistration> _building = [];
    private Dictionary<PredictorRegistration, object>? _sources;
    private ConfigurationErrors? _errors;
    private bool _making;

    /// <summary>Makes the sources where they are not made.</summary>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work.</exception>
    public void Validate() => GetSources();

    /// <summary>Builds a predictor's pipeline.</summary>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work.</exception>
    public PredictorHandle Build(PredictorRegistration registration)
    {
        object source = GetSources()[registration];

        // The container calls this once for each predictor, and again only where its own middleware asks for it.
        lock (_building)
        {
            if (!_building.Add(registration))
            {
                throw new InferenceConfigurationException([
                    $"Predictor '{registration.Name}': its middleware resolves the predictor itself, or one that resolves it. "
                    + "Resolve it when a prediction is made, or break the circle."]);
            }
        }

        try
        {
            return registration.Build(services, source);
        }
        finally
        {
            lock (_building)
            {
                _building.Remove(registration);
            }
        }
    }

    private Dictionary<PredictorRegistration, object> GetSources()
    {
        lock (_gate)
        {
            if (_making)
            {
                // Were this allowed, two threads could wait for each other: one here, one in the container.
                throw new InferenceConfigurationException([
                    "its source resolves a predictor while the sources are made. Resolve it in IModelSource.LoadAsync."]);
            }

            if (_sources is null && _errors is null)
            {
                Make();
            }

            _errors?.Throw();
            return _sources!;
        }
    }

    private void Make()
    {
        var errors = new ConfigurationErrors();
        var sources = new Dictionary<PredictorRegistration, object>();
        _making = true;
        try
        {
            errors.Gather(null, () => _ = services.GetRequiredService<IOptions<InferenceOptions>>().Value);
            foreach (PredictorRegistration registration in registry.Snapshot())
            {
                errors.Gather(
                    $"Predictor '{registration.Name}'",
                    () => sources.Add(registration, registration.CreateSource(services)));
            }
        }
        finally
        {
            _making = false;
        }

        if (errors.IsEmpty)
        {
            _sources = sources;
        }
        else
        {
            _errors = errors;
        }
    }
}
