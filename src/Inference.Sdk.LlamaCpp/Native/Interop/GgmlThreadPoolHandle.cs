using Microsoft.Win32.SafeHandles;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>Threads that wait for graphs to compute: a <c>ggml_threadpool</c>. The thread that calls a decode is one of
/// them.</summary>
internal sealed unsafe class GgmlThreadPoolHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int ProcessorType = 0;

    private readonly delegate* unmanaged[Cdecl]<nint, void> _free;

    private GgmlThreadPoolHandle(nint pool, delegate* unmanaged[Cdecl]<nint, void> free, int threads)
        : base(ownsHandle: true)
    {
        _free = free;
        Threads = threads;
        SetHandle(pool);
    }

    /// <summary>Gets how many there are.</summary>
    public int Threads { get; }

    /// <summary>Starts threads.</summary>
    /// <param name="threads">How many, 1 to 512, the caller's own included.</param>
    /// <param name="polling">How long they look for work before they sleep, 0 to 100.</param>
    /// <returns>The pool, or <see langword="null"/> where the plug-in for the processor has none.</returns>
    public static GgmlThreadPoolHandle? Create(int threads, int polling)
    {
        // They live in the plug-in, which is another one on each kind of processor, so no import can name its library.
        nint device = GgmlApi.DeviceByType(ProcessorType);
        nint plugin = device == 0 ? 0 : GgmlApi.DevicePlugin(device);
        if (plugin == 0)
        {
            return null;
        }

        var create = (delegate* unmanaged[Cdecl]<GgmlThreadPoolParams*, nint>)GgmlApi.PluginFunction(
            plugin, "ggml_threadpool_new");
        var free = (delegate* unmanaged[Cdecl]<nint, void>)GgmlApi.PluginFunction(plugin, "ggml_threadpool_free");
        if (create is null || free is null)
        {
            return null;
        }

        GgmlThreadPoolParams parameters = GgmlThreadPoolParams.ReadDefaults(threads).Read<GgmlThreadPoolParams>();
        parameters.Polling = (uint)polling;
        return new GgmlThreadPoolHandle(create(&parameters), free, threads);
    }

    protected override bool ReleaseHandle()
    {
        _free(handle);
        return true;
    }
}
