namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>The bound on the requests that are outstanding, which are prepared, wait for the loop, or are computed: each has
/// a place. Safe for concurrent use.</summary>
internal sealed class AdmissionPlaces(int capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private Func<Exception>? _closed;
    private int _taken;

    /// <summary>Takes a place.</summary>
    /// <returns>Whether one was free.</returns>
    /// <exception cref="Exception">They are closed; whatever they were closed with.</exception>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                throw _closed();
            }

            if (_taken >= capacity)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }

    /// <summary>Takes a place, or waits for one; who waits longest is served first, and before whoever does not wait.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task that ends when the place is taken.</returns>
    /// <exception cref="Exception">They are closed; whatever they were closed with.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> mine;
        lock (_lock)
        {
            if (TryTake())
            {
                return;
            }

            mine = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            (_, token) => GiveUp(mine, token), null);
        await mine.Value.Task.ConfigureAwait(false);
    }

    /// <summary>Gives a place back: to whoever waits for one, if somebody does.</summary>
    public void Release()
    {
        lock (_lock)
        {
            if (_waiting.First is { } first)
            {
                _waiting.Remove(first);
                first.Value.SetResult();
            }
            else
            {
                _taken--;
            }
        }
    }

    /// <summary>Gives out no more places. Called again, it changes the reason.</summary>
    /// <param name="reason">Makes the exception that those who wait get, and those who ask later.</param>
    public void Close(Func<Exception> reason)
    {
        lock (_lock)
        {
            _closed = reason;
            foreach (TaskCompletionSource waiting in _waiting)
            {
                waiting.SetException(reason());
            }

            _waiting.Clear();
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> mine, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // It has its place by now, or was told that there will be none.
            if (mine.List is null)
            {
                return;
            }

            _waiting.Remove(mine);
            mine.Value.SetCanceled(cancellationToken);
        }
    }
}
