using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk;

/// <summary>Finds the container's logger; a container need not have one.</summary>
internal static class InferenceLogging
{
    private const string Category = "Inference.Sdk";

    public static ILogger Logger(IServiceProvider services) =>
        services.GetService<ILoggerFactory>()?.CreateLogger(Category) ?? NullLogger.Instance;
}
