namespace Inference.Sdk.Custom;

/// <summary>Counts the predictions in flight, so that disposal can wait for the last of them.</summary>
internal sealed class InFlight(string name)
{
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The lowest bit tells that it is closed; above it is the count.
    private long _state;

    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Enter()
    {
        if ((Interlocked.Add(ref _state, 2) & 1) != 0)
        {
            Exit();
            throw new ObjectDisposedException(name, $"Predictor '{name}' has been disposed. Make another.");
        }
    }

    public void Exit()
    {
        if (Interlocked.Add(ref _state, -2) == 1)
        {
            _drained.TrySetResult();
        }
    }

    /// <summary>Lets nothing in any more, and waits for what is in.</summary>
    public ValueTask CloseAsync()
    {
        if ((Interlocked.Or(ref _state, 1) | 1) == 1)
        {
            _drained.TrySetResult();
        }

        return new ValueTask(_drained.Task);
    }
}
