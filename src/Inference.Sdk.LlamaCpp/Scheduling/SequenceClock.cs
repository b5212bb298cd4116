namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>Where a generation's time goes. Moments are timestamps of one <see cref="TimeProvider"/>.</summary>
/// <remarks>Used by one thread at a time. The time between <see cref="Pause"/> and <see cref="Resume"/>, in which the
/// generation waits for its consumer, counts nowhere.</remarks>
internal sealed class SequenceClock(TimeProvider time)
{
    private readonly long _arrived = time.GetTimestamp();
    private long? _started;
    private long? _promptDone;
    private long? _firstToken;
    private long? _paused;
    private TimeSpan _waitedForConsumer;

    /// <summary>Gets when the generation began to wait for its consumer; <see langword="null"/> where it does not.</summary>
    public long? Paused => _paused;

    /// <summary>Notes that work on the generation begins; later calls change nothing.</summary>
    public void Start(long now) => _started ??= now;

    /// <summary>Notes that the prompt is computed; later calls change nothing.</summary>
    public void EndPrompt(long now) => _promptDone ??= now;

    /// <summary>Notes that a token is there; later calls change nothing.</summary>
    public void OnToken()
    {
        if (_firstToken is null)
        {
            _firstToken = time.GetTimestamp();
        }
    }

    /// <summary>Notes that the generation waits for its consumer.</summary>
    public void Pause(long now) => _paused ??= now;

    /// <summary>Notes that it no longer does.</summary>
    public void Resume(long now)
    {
        if (_paused is { } since)
        {
            _waitedForConsumer += time.GetElapsedTime(since, now);
            _paused = null;
        }
    }

    /// <summary>Gets the time since work on the generation began; zero where it has not.</summary>
    public TimeSpan Service(long now) => _started is { } started ? time.GetElapsedTime(started, now) : TimeSpan.Zero;

    /// <summary>Gets the timings of a generation that ends now. Queue, prefill and decode add up to the total.</summary>
    public PredictionTimings Finish(long now)
    {
        long started = _started ?? now;
        long promptDone = _promptDone ?? now;
        return new PredictionTimings
        {
            Queue = time.GetElapsedTime(_arrived, started),
            Prefill = time.GetElapsedTime(started, promptDone),
            Decode = time.GetElapsedTime(promptDone, now) - _waitedForConsumer,
            TimeToFirstToken = time.GetElapsedTime(_arrived, _firstToken ?? now),
            Total = time.GetElapsedTime(_arrived, now) - _waitedForConsumer,
        };
    }
}
