using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Sets the threads of a context's decodes. Used by one thread at a time.</summary>
internal sealed class ComputeThreads
{
    private readonly LlamaContextHandle _context;
    private readonly ComputePools _pools;
    private int _current;

    /// <summary>Gives a context threads.</summary>
    /// <param name="context">The context, which holds them from now on.</param>
    /// <param name="pools">The threads.</param>
    public ComputeThreads(LlamaContextHandle context, ComputePools pools)
    {
        _context = context;
        _pools = pools;
        foreach (GgmlThreadPoolHandle pool in pools.Pools)
        {
            context.Hold(pool);
        }
    }

    /// <summary>Has the next decodes computed by as many threads.</summary>
    /// <param name="threads">How many, 1 or more.</param>
    public void Use(int threads)
    {
        if (threads == _current)
        {
            return;
        }

        if (_pools.For(threads) is { } pool)
        {
            LlamaApi.AttachThreadPool(_context, pool, pool);
        }
        else
        {
            LlamaApi.DetachThreadPool(_context);
        }

        // The library has a number for graphs of one token and one for others. A step of several sequences is of the latter
        // even if each has one token, and the last piece of a prompt can be of the former.
        LlamaApi.SetThreads(_context, threads, threads);
        _current = threads;
    }
}
