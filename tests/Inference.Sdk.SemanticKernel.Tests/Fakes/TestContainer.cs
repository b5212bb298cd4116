using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.SemanticKernel.Tests;

internal static class TestContainer
{
    /// <summary>Registers predictors under their own names, as engines do.</summary>
    public static IServiceCollection AddPredictors(this IServiceCollection services, params IPredictor[] predictors) =>
        services.AddSingleton<IPredictorCatalog>(new FakeCatalog(predictors));
}
