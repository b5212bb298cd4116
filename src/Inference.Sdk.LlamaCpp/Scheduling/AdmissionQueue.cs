namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>The requests that wait for the loop, first come, first served, and the bound on all that are outstanding.
/// Safe for concurrent use.</summary>
/// <remarks>Not a <see cref="System.Threading.Channels.Channel{T}"/>: a request that is cancelled while it waits must leave
/// at once and make room, and the bound must not depend on how quickly the loop empties the queue.</remarks>
internal sealed class AdmissionQueue(int capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Sequence> _waiting = new();
    private Func<Exception>? _closed;
    private int _outstanding;
    private long _tickets;
    private volatile int _count;

    /// <summary>Gets whether none waits.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Takes a request in.</summary>
    /// <returns>Whether there was room.</returns>
    /// <exception cref="Exception">The queue is closed; whatever it was closed with.</exception>
    public bool TryAdd(Sequence sequence)
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                throw _closed();
            }

            if (_outstanding >= capacity)
            {
                return false;
            }

            _outstanding++;
            sequence.Ticket = _tickets++;
            _waiting.AddLast(sequence);
            _count = _waiting.Count;
            return true;
        }
    }

    /// <summary>Takes the request that has waited the longest; it stays outstanding.</summary>
    /// <returns>The request, or <see langword="null"/> where none waits.</returns>
    public Sequence? TryTake()
    {
        lock (_lock)
        {
            if (_waiting.First is not { } first)
            {
                return null;
            }

            _waiting.RemoveFirst();
            _count = _waiting.Count;
            return first.Value;
        }
    }

    /// <summary>Withdraws a request that waits.</summary>
    /// <returns>Whether it still waited; it is no longer outstanding then.</returns>
    public bool TryWithdraw(Sequence sequence)
    {
        lock (_lock)
        {
            if (!_waiting.Remove(sequence))
            {
                return false;
            }

            _outstanding--;
            _count = _waiting.Count;
            return true;
        }
    }

    /// <summary>A request that was taken has ended.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _outstanding--;
        }
    }

    /// <summary>Takes no more requests. Called again, it changes the reason.</summary>
    /// <param name="reason">Makes the exception that later requests get.</param>
    public void Close(Func<Exception> reason)
    {
        lock (_lock)
        {
            _closed = reason;
        }
    }
}
