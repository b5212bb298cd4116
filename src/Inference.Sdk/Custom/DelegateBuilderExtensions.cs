using Inference.Sdk;
using Inference.Sdk.Custom;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers predictors of the host's own.</summary>
public static class DelegateBuilderExtensions
{
    /// <summary>Registers a predictor made from a delegate: see <see cref="Predictor.Create"/>.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="builder">Where it is registered.</param>
    /// <param name="name">The name, unique in the container.</param>
    /// <param name="predict">Predicts. Called concurrently for concurrent predictions.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    public static IPredictorBuilder<TInput, TOutput> AddPredictor<TInput, TOutput>(
        this IInferenceBuilder builder, string name, Func<TInput, CancellationToken, ValueTask<TOutput>> predict)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predict);
        return builder.AddPredictor(
            name,
            services => new DelegateSource<TInput, TOutput>(
                name, predict, services.GetService<TimeProvider>() ?? TimeProvider.System));
    }
}
