using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Gathers functions in plugins: those of one plugin name in one plugin.</summary>
internal static class PredictorPlugins
{
    private const string Description = "Predictions by machine-learning models.";

    /// <summary>Adds a function to the plugin of that name, or to a new one.</summary>
    /// <remarks>A plugin cannot be changed, so one that grows is replaced.</remarks>
    internal static KernelPlugin Add(ICollection<KernelPlugin> plugins, string pluginName, KernelFunction function)
    {
        KernelPlugin? existing = plugins.FirstOrDefault(
            p => string.Equals(p.Name, pluginName, StringComparison.OrdinalIgnoreCase));
        KernelPlugin plugin = existing is null
            ? Create(pluginName, Description, [function])
            : Create(existing.Name, existing.Description, [.. existing, function]);
        if (existing is not null)
        {
            plugins.Remove(existing);
        }

        plugins.Add(plugin);
        return plugin;
    }

    /// <summary>Adds a function to the plugin of that name that the container will make.</summary>
    internal static void Add(
        IServiceCollection services, string pluginName, Func<IServiceProvider, KernelFunction> create)
    {
        bool isFirst = !services
            .Where(d => !d.IsKeyedService)
            .Any(d => d.ImplementationInstance is PredictorFunctionRegistration r && r.BelongsTo(pluginName));
        services.AddSingleton(new PredictorFunctionRegistration(pluginName, create));
        if (isFirst)
        {
            services.AddSingleton(provider => Create(
                pluginName,
                Description,
                [.. provider.GetServices<PredictorFunctionRegistration>()
                    .Where(r => r.BelongsTo(pluginName)).Select(r => r.Create(provider))]));
        }
    }

    private static KernelPlugin Create(string name, string description, IReadOnlyList<KernelFunction> functions)
    {
        string? twice = functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Skip(1).Any())?.Key;
        return twice is null
            ? KernelPluginFactory.CreateFromFunctions(name, description, functions)
            : throw new ArgumentException(
                $"The plugin '{name}' would have two functions '{twice}'. Give one of them another name with "
                + $"{nameof(PredictorFunctionOptions)}.{nameof(PredictorFunctionOptions.FunctionName)}.");
    }
}
