using Inference.Sdk.Custom;

namespace Inference.Sdk;

/// <summary>Makes predictors of the host's own.</summary>
public static class Predictor
{
    /// <summary>Makes a predictor from a delegate: a rule, a remote service, a fake in a test.</summary>
    /// <typeparam name="TInput">What is predicted from.</typeparam>
    /// <typeparam name="TOutput">What is predicted.</typeparam>
    /// <param name="name">The predictor's name, and its model's.</param>
    /// <param name="predict">Predicts. Called concurrently for concurrent predictions, and once for each input of a batch,
    /// one after another. Throw <see cref="InvalidRequestException"/> for an input it cannot take.</param>
    /// <param name="time">Where the time in reports comes from; <see langword="null"/> for the system's.</param>
    /// <returns>The predictor. Its disposal waits for the predictions in flight. Its reports tell the whole time as
    /// computation; what a delegate consumes is unknown, so they tell neither usage nor energy.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IPredictor<TInput, TOutput> Create<TInput, TOutput>(
        string name, Func<TInput, CancellationToken, ValueTask<TOutput>> predict, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(predict);
        return new DelegatePredictor<TInput, TOutput>(DelegateSource.Describe(name), predict, time ?? TimeProvider.System);
    }
}
