using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.LlamaCpp.Registration;

/// <summary>Describes and loads a registered GGUF model. Safe for concurrent use.</summary>
internal sealed class GgufModelSource : IModelSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>
{
    private readonly string _name;
    private readonly GgufLoader _loader;

    /// <summary>Makes a source.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The predictor's name.</param>
    /// <exception cref="InferenceConfigurationException">The options are invalid.</exception>
    public GgufModelSource(IServiceProvider services, string name)
    {
        GgufOptions options = Validated(services, name);
        _name = name;
        _loader = new GgufLoader(
            options.ModelPath!,
            options,
            services.GetService<ILoggerFactory>()?.CreateLogger(GgufLoader.LogCategory) ?? NullLogger.Instance,
            services.GetService<TimeProvider>() ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public PredictorMetadata Describe() => _loader.Describe(_name);

    /// <inheritdoc/>
    public ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _loader.Check();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>> LoadAsync(
        CancellationToken cancellationToken = default) =>
        await _loader.LoadAsync(_name, progress: null, cancellationToken).ConfigureAwait(false);

    private static GgufOptions Validated(IServiceProvider services, string name)
    {
        try
        {
            return services.GetRequiredService<IOptionsMonitor<GgufOptions>>().Get(name);
        }
        catch (OptionsValidationException error)
        {
            throw new InferenceConfigurationException([.. error.Failures]);
        }
        catch (InvalidOperationException error) when (error is not ObjectDisposedException)
        {
            // A value that is none of its option's type: the binder names its key.
            throw new InferenceConfigurationException([error.Message], error);
        }
    }
}
