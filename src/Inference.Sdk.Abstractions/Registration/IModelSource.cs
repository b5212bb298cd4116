namespace Inference.Sdk;

/// <summary>What an engine gives the registry: how to describe a model cheaply and how to load it.</summary>
/// <typeparam name="TPredictor">The type of predictor it loads.</typeparam>
/// <remarks>Safe for concurrent use.</remarks>
public interface IModelSource<TPredictor>
    where TPredictor : IPredictor
{
    /// <summary>Describes the model, as cheaply as its format allows: from its header where it has one. A tabular model has
    /// none, so it is read whole, once, and kept for <see cref="LoadAsync"/>.</summary>
    /// <returns>What the file tells.</returns>
    /// <exception cref="ModelLoadException">The file cannot be read.</exception>
    PredictorMetadata Describe();

    /// <summary>Finds out whether the model can be used, as far as that is cheap to tell. A start calls it for every
    /// registered predictor before it loads any, so that all that is wrong is said at once.</summary>
    /// <param name="cancellationToken">Gives up finding out.</param>
    /// <returns>A task that ends well where nothing is wrong.</returns>
    /// <remarks>Unless an engine implements it, it describes the model. An engine that needs more than the model's file,
    /// such as a native library, looks for that too.</remarks>
    /// <exception cref="ModelLoadException">The model cannot be loaded.</exception>
    /// <exception cref="InferenceConfigurationException">What is registered does not fit the model.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Describe();
        return ValueTask.CompletedTask;
    }

    /// <summary>Loads the model.</summary>
    /// <param name="cancellationToken">Gives up loading.</param>
    /// <returns>The predictor. The caller disposes it.</returns>
    /// <exception cref="ModelLoadException">The model cannot be loaded.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<TPredictor> LoadAsync(CancellationToken cancellationToken = default);
}
