using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk;

/// <summary>Where engines and hosts register predictors. Made by <c>services.AddInference()</c>.</summary>
/// <remarks>It lives with the contracts so that engines can extend it without seeing the pipeline.</remarks>
public interface IInferenceBuilder
{
    /// <summary>Gets the container's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Gets the configuration section that predictors are bound from, each from the sub-section of its name;
    /// <see langword="null"/> where none was given.</summary>
    IConfiguration? Configuration { get; }

    /// <summary>Registers a predictor as a keyed singleton, and as the default of its types where it is the first.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="name">The name, unique in the container.</param>
    /// <param name="source">Makes the source of its model. Called once, when options are validated or the predictor is
    /// first resolved; it must not load the model.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    IPredictorBuilder<TInput, TOutput> AddPredictor<TInput, TOutput>(
        string name, Func<IServiceProvider, IModelSource<IPredictor<TInput, TOutput>>> source);

    /// <summary>Registers a streaming predictor as a keyed singleton, and as the default of its types where it is the
    /// first. A chat predictor is registered as an <see cref="Microsoft.Extensions.AI.IChatClient"/> too.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">The whole prediction.</typeparam>
    /// <typeparam name="TUpdate">One streamed piece of it.</typeparam>
    /// <param name="name">The name, unique in the container.</param>
    /// <param name="source">Makes the source of its model. Called once, when options are validated or the predictor is
    /// first resolved; it must not load the model.</param>
    /// <returns>A builder of the predictor's pipeline.</returns>
    /// <exception cref="InferenceConfigurationException">The name is empty or taken.</exception>
    IStreamingPredictorBuilder<TInput, TOutput, TUpdate> AddStreamingPredictor<TInput, TOutput, TUpdate>(
        string name, Func<IServiceProvider, IModelSource<IStreamingPredictor<TInput, TOutput, TUpdate>>> source);
}
