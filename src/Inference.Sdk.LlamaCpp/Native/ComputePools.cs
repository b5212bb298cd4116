using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>The threads that compute decodes, kept from one to the next. Contexts may share them, if only one computes at a
/// time.</summary>
/// <remarks>Left to itself the library starts the threads of each decode and ends them after it. That takes time; and as
/// threads wait for each other without giving way, a new thread that the system puts on the core of one that waits for it
/// stands still until the system's clock ticks, which can take longer than all of the decode.</remarks>
internal sealed class ComputePools : IDisposable
{
    // Each wakes all of its threads for a decode, so steps with fewer threads have a pool of their own.
    private readonly GgmlThreadPoolHandle[] _pools;

    private ComputePools(GgmlThreadPoolHandle[] pools) => _pools = pools;

    /// <summary>Gets the pools, the smallest first.</summary>
    public IReadOnlyList<GgmlThreadPoolHandle> Pools => _pools;

    /// <summary>Starts threads for both kinds of steps.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="polling">How long they look for work before they sleep (see <see cref="LlamaLoadOptions.Polling"/>).
    /// </param>
    /// <returns>The pools; none where one thread computes, or where the library has no pools.</returns>
    public static ComputePools Create(StepThreads threads, int polling)
    {
        var pools = new List<GgmlThreadPoolHandle>();
        foreach (int size in new SortedSet<int> { threads.Decode, threads.Prompt })
        {
            if (size > 1 && GgmlThreadPoolHandle.Create(size, polling) is { } pool)
            {
                pools.Add(pool);
            }
        }

        return new ComputePools([.. pools]);
    }

    /// <summary>Gets the smallest pool for as many threads.</summary>
    /// <returns>The pool, or <see langword="null"/> where the calling thread suffices.</returns>
    public GgmlThreadPoolHandle? For(int threads) =>
        threads > 1 ? Array.Find(_pools, pool => pool.Threads >= threads) : null;

    /// <summary>Ends the threads, once no context holds them.</summary>
    public void Dispose() => Array.ForEach(_pools, pool => pool.Dispose());
}
