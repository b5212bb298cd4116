using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Telemetry;

/// <summary>The host's observers. One that throws is logged once and cannot fail a prediction.</summary>
internal sealed class ObserverSet(IEnumerable<IInferenceObserver> observers, ILogger logger)
{
    private readonly IInferenceObserver[] _observers = [.. observers];
    private readonly HashSet<IInferenceObserver> _failed = new(ReferenceEqualityComparer.Instance);

    public bool IsEmpty => _observers.Length == 0;

    public void Started(in PredictionStarted started)
    {
        foreach (IInferenceObserver observer in _observers)
        {
            try
            {
                observer.OnStarted(started);
            }
            catch (Exception error)
            {
                LogOnce(observer, error);
            }
        }
    }

    public void FirstUpdate(in PredictionFirstUpdate update)
    {
        foreach (IInferenceObserver observer in _observers)
        {
            try
            {
                observer.OnFirstUpdate(update);
            }
            catch (Exception error)
            {
                LogOnce(observer, error);
            }
        }
    }

    public void Completed(in PredictionCompleted completed)
    {
        foreach (IInferenceObserver observer in _observers)
        {
            try
            {
                observer.OnCompleted(completed);
            }
            catch (Exception error)
            {
                LogOnce(observer, error);
            }
        }
    }

    public void Failed(in PredictionFailed failed)
    {
        foreach (IInferenceObserver observer in _observers)
        {
            try
            {
                observer.OnFailed(failed);
            }
            catch (Exception error)
            {
                LogOnce(observer, error);
            }
        }
    }

    private void LogOnce(IInferenceObserver observer, Exception error)
    {
        bool first;
        lock (_failed)
        {
            first = _failed.Add(observer);
        }

        if (first)
        {
            Log.ObserverFailed(logger, observer.GetType(), error);
        }
    }
}
