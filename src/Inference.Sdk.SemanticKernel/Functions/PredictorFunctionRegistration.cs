using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>A function that a kernel builder was told of, to be made when the kernel is.</summary>
/// <param name="PluginName">The plugin it belongs to.</param>
/// <param name="Create">Makes it.</param>
internal sealed record PredictorFunctionRegistration(string PluginName, Func<IServiceProvider, KernelFunction> Create)
{
    /// <summary>Whether it belongs to that plugin. Semantic Kernel compares plugin names so.</summary>
    internal bool BelongsTo(string pluginName) =>
        string.Equals(PluginName, pluginName, StringComparison.OrdinalIgnoreCase);
}
