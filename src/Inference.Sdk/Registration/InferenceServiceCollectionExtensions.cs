using System.Diagnostics.Metrics;
using Inference.Sdk;
using Inference.Sdk.Catalog;
using Inference.Sdk.Energy;
using Inference.Sdk.Registration;
using Inference.Sdk.Startup;
using Inference.Sdk.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds inference to a container.</summary>
public static class InferenceServiceCollectionExtensions
{
    /// <summary>Adds the registry of predictors, their catalog, and a hosted service that validates every registration and
    /// warms up what asks for it before the host's other services start.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="section">The configuration that <see cref="InferenceOptions"/> is bound from, and each predictor from
    /// the sub-section of its name. Where it is <see langword="null"/>, predictors are bound from the section an earlier
    /// call gave, if any.</param>
    /// <param name="configure">Sets options in code, after the configuration.</param>
    /// <returns>A builder that predictors are registered with.</returns>
    /// <remarks>
    /// <para>May be called any number of times; every call adds to one registry.</para>
    /// <para>A predictor is a keyed singleton under its name, as <c>IPredictor</c>, <c>IPredictor&lt;TInput, TOutput&gt;</c>
    /// and, where it streams, <c>IStreamingPredictor&lt;TInput, TOutput, TUpdate&gt;</c>; a chat predictor is an
    /// <c>IChatClient</c> too. The first registered of its types is also resolved without a name, unless the host had
    /// registered a service of that type itself. All of these are one instance.</para>
    /// <para>Without a host, <see cref="InferenceServiceProviderExtensions.StartInferenceAsync"/> does what the hosted
    /// service does; where that is not called either, the first resolution of a predictor validates options, and models
    /// are looked into when they are used.</para>
    /// <para>Models are disposed asynchronously: end the container with <c>await using</c> or <c>DisposeAsync</c>, as hosts
    /// do. Its synchronous <c>Dispose</c> throws <see cref="InvalidOperationException"/> where a predictor was resolved, as
    /// it does for every service that is only <see cref="IAsyncDisposable"/>.</para>
    /// </remarks>
    public static IInferenceBuilder AddInference(
        this IServiceCollection services, IConfiguration? section = null, Action<InferenceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        PredictorRegistry registry = FindOrAddRegistry(services);
        OptionsBuilder<InferenceOptions> options = services.AddOptions<InferenceOptions>();
        if (section is not null)
        {
            registry.Configuration = section;
            options.Bind(section);
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        return new InferenceBuilder(services, registry, section ?? registry.Configuration);
    }

    private static PredictorRegistry FindOrAddRegistry(IServiceCollection services)
    {
        foreach (ServiceDescriptor descriptor in services)
        {
            if (!descriptor.IsKeyedService && descriptor.ImplementationInstance is PredictorRegistry existing)
            {
                return existing;
            }
        }

        var registry = new PredictorRegistry();
        services.AddSingleton(registry);
        services.AddSingleton<PredictorSources>();
        services.TryAddSingleton<IPredictorCatalog, PredictorCatalog>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InferenceOptions>, InferenceOptionsValidator>());
        services.TryAddSingleton<IEnergyEstimator, CpuEnergyEstimator>();
        services.AddSingleton(s => new EnergyAccount(s.GetRequiredService<IEnergyEstimator>(), InferenceLogging.Logger(s)));
        services.AddSingleton(s => new ObserverSet(s.GetServices<IInferenceObserver>(), InferenceLogging.Logger(s)));
        services.AddSingleton(s => new InferenceMetrics(s.GetService<IMeterFactory>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, InferenceHostedService>());
        return registry;
    }
}
