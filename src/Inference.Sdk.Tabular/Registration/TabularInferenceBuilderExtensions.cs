using Inference.Sdk;
using Inference.Sdk.Tabular;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// Where hosts that register services find it without a using of their own.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers tabular predictors.</summary>
public static class TabularInferenceBuilderExtensions
{
    /// <summary>Registers a predictor from rows of features.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The predictor's name, and that of the configuration section its options are bound
    /// from.</param>
    /// <param name="configure">Sets options in code, after configuration.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    public static IPredictorBuilder<FeatureRow, float> AddTabular(
        this IInferenceBuilder builder, string name, Action<TabularOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IPredictorBuilder<FeatureRow, float> predictor = builder.AddPredictor<FeatureRow, float>(
            name,
            services => new TabularModelSource<IPredictor<FeatureRow, float>>(
                services, name, (model, time) => new TabularPredictor(model, name, time)));
        AddOptions(builder, name, configure);
        return predictor;
    }

    /// <summary>Registers a predictor from inputs of the host's own type.</summary>
    /// <typeparam name="TInput">The input type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The predictor's name, and that of the configuration section its options are bound
    /// from.</param>
    /// <param name="map">How the model's features are read from an input.</param>
    /// <param name="configure">Sets options in code, after configuration.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    public static IPredictorBuilder<TInput, float> AddTabular<TInput>(
        this IInferenceBuilder builder, string name, FeatureMap<TInput> map, Action<TabularOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(map);
        IPredictorBuilder<TInput, float> predictor = builder.AddPredictor<TInput, float>(
            name,
            services => new TabularModelSource<IPredictor<TInput, float>>(
                services, name, (model, time) => new TabularPredictor<TInput>(model, map, name, time)));
        AddOptions(builder, name, configure);
        return predictor;
    }

    /// <summary>Registers a predictor from inputs of the host's own type.</summary>
    /// <typeparam name="TInput">The input type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The predictor's name, and that of the configuration section its options are bound
    /// from.</param>
    /// <param name="map">Says how the model's features are read from an input. Called once, now.</param>
    /// <param name="configure">Sets options in code, after configuration.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    public static IPredictorBuilder<TInput, float> AddTabular<TInput>(
        this IInferenceBuilder builder, string name, Action<FeatureMap<TInput>> map, Action<TabularOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var features = new FeatureMap<TInput>();
        map(features);
        return builder.AddTabular(name, features, configure);
    }

    private static void AddOptions(IInferenceBuilder builder, string name, Action<TabularOptions>? configure)
    {
        // Validated with those of every other engine when the sources are made, so that all errors are told at once.
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<TabularOptions>, TabularOptionsValidator>());
        OptionsBuilder<TabularOptions> options = builder.Services.AddOptions<TabularOptions>(name);
        if (builder.Configuration is { } configuration)
        {
            IConfigurationSection section = configuration.GetSection(name);
            options.Bind(section);
            builder.Services.AddSingleton<IValidateOptions<TabularOptions>>(new TabularOptionKeys(name, section));
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }
    }
}
