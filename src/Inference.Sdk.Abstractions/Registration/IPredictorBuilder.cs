namespace Inference.Sdk;

/// <summary>Builds the pipeline of one predictor. Registration can go on from it.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
/// <typeparam name="TOutput">What is predicted.</typeparam>
public interface IPredictorBuilder<TInput, TOutput> : IInferenceBuilder
{
    /// <summary>Gets the predictor's name.</summary>
    string Name { get; }

    /// <summary>Adds a middleware. The first added is the outermost.</summary>
    /// <param name="middleware">Wraps the next predictor. Called once, when the predictor is first resolved.</param>
    /// <returns>This builder.</returns>
    IPredictorBuilder<TInput, TOutput> Use(
        Func<IPredictor<TInput, TOutput>, IServiceProvider, IPredictor<TInput, TOutput>> middleware);

    /// <summary>Loads the model when the host starts, not on first use. A model that cannot be loaded fails the
    /// start.</summary>
    /// <returns>This builder.</returns>
    IPredictorBuilder<TInput, TOutput> WarmUp();
}
