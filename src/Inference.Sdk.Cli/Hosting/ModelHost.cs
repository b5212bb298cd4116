using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Cli.Hosting;

/// <summary>A container with one model, as an application would have it. Disposing it disposes the model.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    /// <summary>The name that the model is registered under.</summary>
    public const string ModelName = "model";

    private readonly ServiceProvider _services;

    private ModelHost(ServiceProvider services) => _services = services;

    /// <summary>Makes the container and loads the model.</summary>
    /// <param name="register">Registers the model, to be warmed up.</param>
    /// <param name="logs">Where logs go, or <see langword="null"/> for nowhere.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up loading.</param>
    /// <exception cref="ModelLoadException">The model cannot be loaded.</exception>
    /// <exception cref="InferenceException">The engine or the options do not allow it.</exception>
    public static async Task<ModelHost> StartAsync(
        Action<IInferenceBuilder> register, TextWriter? logs, TimeProvider time, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddLogging(logging =>
        {
            if (logs is not null)
            {
                logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new StandardErrorLoggerProvider(logs));
            }
        });

        // The one model is loaded right away, and its error is the whole message: nothing is gathered with others'.
        register(services.AddInference(configure: options => options.CheckModelsAtStart = false));
        var host = new ModelHost(services.BuildServiceProvider());
        try
        {
            await host._services.StartInferenceAsync(cancellationToken).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gets the model with its pipeline.</summary>
    /// <typeparam name="TPredictor">What it is registered as.</typeparam>
    public TPredictor Get<TPredictor>()
        where TPredictor : IPredictor => _services.GetRequiredKeyedService<TPredictor>(ModelName);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
