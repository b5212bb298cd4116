namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Bounds the memory that the stacks of several threads take together. Safe for concurrent use.</summary>
/// <param name="bytes">The bytes that there are.</param>
internal sealed class StackBudget(long bytes)
{
    // A monitor, not a semaphore: what is asked for differs from call to call.
    private readonly object _gate = new();
    private readonly LinkedList<long> _line = new();
    private long _free = bytes;

    /// <summary>Takes bytes, and blocks until there are as many; who waits longest is served first, so that small shares do
    /// not keep a large one waiting for ever.</summary>
    /// <param name="share">The bytes, at most all that there are.</param>
    public void Take(long share)
    {
        lock (_gate)
        {
            LinkedListNode<long> mine = _line.AddLast(share);
            try
            {
                while (_line.First != mine || share > _free)
                {
                    Monitor.Wait(_gate);
                }

                _free -= share;
            }
            finally
            {
                _line.Remove(mine);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Gives bytes back.</summary>
    /// <param name="share">As many as were taken.</param>
    public void Return(long share)
    {
        lock (_gate)
        {
            _free += share;
            Monitor.PulseAll(_gate);
        }
    }
}
