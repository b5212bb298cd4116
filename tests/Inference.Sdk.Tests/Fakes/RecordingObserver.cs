namespace Inference.Sdk.Tests.Fakes;

/// <summary>Writes down what it is told.</summary>
internal sealed class RecordingObserver : IInferenceObserver
{
    public List<object> Events { get; } = [];

    public IEnumerable<string> Kinds => Events.Select(e => e.GetType().Name["Prediction".Length..]);

    public void OnStarted(in PredictionStarted started) => Add(started);

    public void OnFirstUpdate(in PredictionFirstUpdate update) => Add(update);

    public void OnCompleted(in PredictionCompleted completed) => Add(completed);

    public void OnFailed(in PredictionFailed failed) => Add(failed);

    public T Single<T>() => Assert.Single(Events.OfType<T>());

    private void Add(object what)
    {
        lock (Events)
        {
            Events.Add(what);
        }
    }
}
