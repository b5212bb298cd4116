namespace Inference.Sdk;

/// <summary>What an engine gives the registry: how to describe a model cheaply and how to load it.</summary>
/// <typeparam name="TPredictor">The type of predictor it loads.</typeparam>
/// <remarks>Safe for concurrent use.</remarks>
public interface IModelSource<TPredictor>
    where TPredictor : IPredictor
{
    /// <summary>Describes the model without loading its weights: reads its header.</summary>
    /// <returns>What the header tells.</returns>
    /// <exception cref="ModelLoadException">The header cannot be read.</exception>
    PredictorMetadata Describe();

    /// <summary>Loads the model.</summary>
    /// <param name="cancellationToken">Gives up loading.</param>
    /// <returns>The predictor. The caller disposes it.</returns>
    /// <exception cref="ModelLoadException">The model cannot be loaded.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<TPredictor> LoadAsync(CancellationToken cancellationToken = default);
}
