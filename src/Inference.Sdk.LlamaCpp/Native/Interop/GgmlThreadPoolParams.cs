using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>ggml's <c>ggml_threadpool_params</c> at release b10361: 528 bytes, passed by reference.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct GgmlThreadPoolParams
{
    public fixed byte ProcessorMask[512];
    public int Threads;
    public int Priority;
    public uint Polling;
    public byte StrictProcessors;
    public byte Paused;

    /// <summary>Gets the library's defaults, in whatever layout it has.</summary>
    public static AbiBlob ReadDefaults(int threads)
    {
        AbiBlob blob = default;
        GgmlApi.ThreadPoolDefaultParams(&blob, threads);
        return blob;
    }
}
