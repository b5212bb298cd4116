namespace Inference.Sdk;

/// <summary>Lists what is registered, and finds predictors by name. Safe for concurrent use.</summary>
public interface IPredictorCatalog
{
    /// <summary>Gets what is registered, in the order of registration.</summary>
    IReadOnlyList<PredictorEntry> Entries { get; }

    /// <summary>Finds a predictor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The predictor with its pipeline. It belongs to the container.</returns>
    /// <exception cref="PredictorNotFoundException">No predictor has that name.</exception>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work.</exception>
    IPredictor Get(string name);

    /// <summary>Finds a predictor of given types.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The predictor with its pipeline. It belongs to the container.</returns>
    /// <exception cref="PredictorNotFoundException">No predictor has that name, or its types are others.</exception>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work.</exception>
    IPredictor<TInput, TOutput> Get<TInput, TOutput>(string name);
}
