using Inference.Sdk;
using Inference.Sdk.LlamaCpp;
using Inference.Sdk.LlamaCpp.Options;
using Inference.Sdk.LlamaCpp.Registration;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// Where hosts that register services find it without a using of their own.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers GGUF language models.</summary>
public static class GgufInferenceBuilderExtensions
{
    /// <summary>Registers a GGUF language model. It is loaded on first use, or at the host's start where
    /// <c>WarmUp()</c> is called.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The predictor's name, and that of the configuration section its options are bound from.</param>
    /// <param name="configure">Sets options in code, after configuration.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    public static IStreamingPredictorBuilder<ChatRequest, ChatResponse, ChatResponseUpdate> AddGguf(
        this IInferenceBuilder builder, string name, Action<GgufOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IStreamingPredictorBuilder<ChatRequest, ChatResponse, ChatResponseUpdate> predictor =
            builder.AddStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(
                name, services => new GgufModelSource(services, name));
        AddOptions(builder, name, configure);
        return predictor;
    }

    private static void AddOptions(IInferenceBuilder builder, string name, Action<GgufOptions>? configure)
    {
        // Validated with those of every other engine when the sources are made, so that all errors are told at once.
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<GgufOptions>, GgufOptionsValidator>());
        OptionsBuilder<GgufOptions> options = builder.Services.AddOptions<GgufOptions>(name);
        if (builder.Configuration is { } configuration)
        {
            IConfigurationSection section = configuration.GetSection(name);
            options.Bind(section);
            builder.Services.AddSingleton<IValidateOptions<GgufOptions>>(new GgufOptionKeys(name, section));
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }
    }
}
