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
    private Made? _made;
    private bool _making;

    /// <summary>Makes the sources where they are not made, and looks into the models where the options do not say
    /// otherwise.</summary>
    /// <remarks>Models are looked into each time: a file that was missing may be there by now.</remarks>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        Made made = GetMade();
        ConfigurationErrors errors = made.Errors.Copy();
        if (made.ChecksModels)
        {
            foreach ((PredictorRegistration registration, object source) in made.Sources)
            {
                await errors.GatherAsync(
                    Subject(registration), () => registration.CheckAsync(source, cancellationToken)).ConfigureAwait(false);
            }
        }

        errors.ThrowIfAny();
    }

    /// <summary>Builds a predictor's pipeline.</summary>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work.</exception>
    public PredictorHandle Build(PredictorRegistration registration)
    {
        Made made = GetMade();
        made.Errors.ThrowIfAny();
        object source = made.Sources[registration];

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

    private static string Subject(PredictorRegistration registration) => $"Predictor '{registration.Name}'";

    private Made GetMade()
    {
        lock (_gate)
        {
            if (_making)
            {
                // Were this allowed, two threads could wait for each other: one here, one in the container.
                throw new InferenceConfigurationException([
                    "its source resolves a predictor while the sources are made. Resolve it in IModelSource.LoadAsync."]);
            }

            return _made ??= Make();
        }
    }

    private Made Make()
    {
        var errors = new ConfigurationErrors();
        var sources = new OrderedDictionary<PredictorRegistration, object>();
        bool checksModels = true;
        _making = true;
        try
        {
            errors.Gather(
                null,
                () => checksModels = services.GetRequiredService<IOptions<InferenceOptions>>().Value.CheckModelsAtStart);
            foreach (PredictorRegistration registration in registry.Snapshot())
            {
                errors.Gather(
                    Subject(registration), () => sources.Add(registration, registration.CreateSource(services)));
            }
        }
        finally
        {
            _making = false;
        }

        return new Made(sources, errors, checksModels);
    }

    // What could be made, and why the rest could not.
    private sealed record Made(
        OrderedDictionary<PredictorRegistration, object> Sources, ConfigurationErrors Errors, bool ChecksModels);
}
