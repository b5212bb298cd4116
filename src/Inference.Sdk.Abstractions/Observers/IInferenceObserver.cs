namespace Inference.Sdk;

/// <summary>The hook a host plugs in to see every prediction. Register any number in the container.</summary>
/// <remarks>Called on the prediction's own path, concurrently for concurrent predictions: be quick and safe for concurrent
/// use. An observer that throws is logged once and cannot fail a prediction. Every member has an empty default.</remarks>
public interface IInferenceObserver
{
    /// <summary>A prediction was asked for.</summary>
    /// <param name="started">Which.</param>
    void OnStarted(in PredictionStarted started)
    {
    }

    /// <summary>The first update of a streamed prediction arrived.</summary>
    /// <param name="update">Which, and when.</param>
    void OnFirstUpdate(in PredictionFirstUpdate update)
    {
    }

    /// <summary>A prediction succeeded.</summary>
    /// <param name="completed">Which, and what it took.</param>
    void OnCompleted(in PredictionCompleted completed)
    {
    }

    /// <summary>A prediction failed or was cancelled.</summary>
    /// <param name="failed">Which, and why.</param>
    void OnFailed(in PredictionFailed failed)
    {
    }
}
