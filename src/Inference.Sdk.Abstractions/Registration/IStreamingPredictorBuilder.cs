namespace Inference.Sdk;

/// <summary>Builds the pipeline of one streaming predictor. Registration can go on from it.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
/// <typeparam name="TOutput">The whole prediction.</typeparam>
/// <typeparam name="TUpdate">One streamed piece of it.</typeparam>
public interface IStreamingPredictorBuilder<TInput, TOutput, TUpdate> : IInferenceBuilder
{
    /// <summary>Gets the predictor's name.</summary>
    string Name { get; }

    /// <summary>Adds a middleware. The first added is the outermost.</summary>
    /// <param name="middleware">Wraps the next predictor. Called once, when the predictor is first resolved.</param>
    /// <returns>This builder.</returns>
    IStreamingPredictorBuilder<TInput, TOutput, TUpdate> Use(
        Func<IStreamingPredictor<TInput, TOutput, TUpdate>, IServiceProvider, IStreamingPredictor<TInput, TOutput, TUpdate>>
            middleware);

    /// <summary>Loads the model when the host starts, not on first use. A model that cannot be loaded fails the
    /// start.</summary>
    /// <returns>This builder.</returns>
    IStreamingPredictorBuilder<TInput, TOutput, TUpdate> WarmUp();
}
