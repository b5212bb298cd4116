using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Finds the container's catalog.</summary>
internal static class Catalog
{
    internal static IPredictorCatalog Of(IServiceProvider provider) =>
        provider.GetService<IPredictorCatalog>() ?? throw new InferenceConfigurationException(
            ["The container has no predictors. Call AddInference() on the services that the kernel is built from, and "
                + "add predictors to what it returns."]);
}
