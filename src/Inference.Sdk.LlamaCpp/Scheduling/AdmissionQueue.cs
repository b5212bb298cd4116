namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>The requests that wait for the loop, first come, first served. Safe for concurrent use.</summary>
/// <remarks>Not a <see cref="System.Threading.Channels.Channel{T}"/>: a request that is cancelled while it waits must leave
/// at once. How many there are is bounded by <see cref="AdmissionPlaces"/>.</remarks>
internal sealed class AdmissionQueue
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Sequence> _waiting = new();
    private Func<Exception>? _closed;
    private long _tickets;
    private volatile int _count;

    /// <summary>Gets whether none waits.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Takes a request in that has a place.</summary>
    /// <exception cref="Exception">The queue is closed; whatever it was closed with.</exception>
    public void Add(Sequence sequence)
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                throw _closed();
            }

            sequence.Ticket = _tickets++;
            _waiting.AddLast(sequence);
            _count = _waiting.Count;
        }
    }

    /// <summary>Takes the request that has waited the longest.</summary>
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
    /// <returns>Whether it still waited.</returns>
    public bool TryWithdraw(Sequence sequence)
    {
        lock (_lock)
        {
            bool waited = _waiting.Remove(sequence);
            _count = _waiting.Count;
            return waited;
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
