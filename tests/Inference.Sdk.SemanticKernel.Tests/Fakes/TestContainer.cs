using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.SemanticKernel.Tests;

internal static class TestContainer
{
    /// <summary>Registers predictors under their own names, as engines do.</summary>
    public static IServiceCollection AddPredictors(this IServiceCollection services, params IFake[] predictors)
    {
        IInferenceBuilder builder = services.AddInference();
        foreach (IFake predictor in predictors)
        {
            predictor.AddTo(builder);
        }

        return services;
    }
}
