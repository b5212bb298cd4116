using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>Decides when a decode that is running may be aborted: when nobody wants any of its batch. One that computes
/// for others as well runs to its end, which is one step away, so that a cancellation costs them nothing.</summary>
internal sealed class AbortGate(ILlamaBackend backend)
{
    private readonly Lock _lock = new();
    private StepPlan? _running;
    private bool _closed;

    /// <summary>The loop is about to decode.</summary>
    /// <returns>Whether it should: whether anybody wants the result.</returns>
    public bool TryEnter(StepPlan plan)
    {
        lock (_lock)
        {
            if (_closed || plan.IsUnwanted())
            {
                return false;
            }

            // Under the same lock as the question above: what is cancelled from here on is asked of this decode, even
            // where it has not begun.
            _running = plan;
            backend.ExpectDecode();
            return true;
        }
    }

    /// <summary>The decode has returned. Aborts asked for before belong to it, later ones find nothing.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _running = null;
        }
    }

    /// <summary>A sequence has been cancelled.</summary>
    public void AbortIfUnwanted()
    {
        lock (_lock)
        {
            if (_running is { } plan && plan.IsUnwanted())
            {
                backend.RequestAbort();
            }
        }
    }

    /// <summary>Nobody wants anything any more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            if (_running is not null)
            {
                backend.RequestAbort();
            }
        }
    }
}
