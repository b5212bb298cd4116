namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>Holds a thread until a test lets it pass, and tells the test that it is there.</summary>
internal sealed class Turnstile
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _opened = new();
    private bool _open;

    /// <summary>Gets a task that ends when a thread has come.</summary>
    public Task Reached => _reached.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public bool IsOpen
    {
        get
        {
            lock (_opened)
            {
                return _open;
            }
        }
    }

    /// <summary>Blocks the calling thread until it is open.</summary>
    public void Pass()
    {
        _reached.TrySetResult();
        lock (_opened)
        {
            while (!_open)
            {
                if (!Monitor.Wait(_opened, Limit))
                {
                    throw new TimeoutException("Nobody opened the turnstile.");
                }
            }
        }
    }

    /// <summary>Lets whoever waits or comes pass.</summary>
    public void Open()
    {
        lock (_opened)
        {
            _open = true;
            Monitor.PulseAll(_opened);
        }
    }
}
