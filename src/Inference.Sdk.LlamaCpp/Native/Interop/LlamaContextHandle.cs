using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>A model's context. Holds references to the model and to whatever else it computes with, so that they are freed
/// after it, in whatever order the handles are disposed or finalized.</summary>
internal sealed class LlamaContextHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly List<SafeHandle> _held = [];

    // The library asks this switch during a decode: it lives as long as the context.
    private readonly AbortSwitch _abort;

    private LlamaContextHandle(LlamaModelHandle model, AbortSwitch abort)
        : base(ownsHandle: true)
    {
        _abort = abort;
        Hold(model);
    }

    /// <summary>Makes a context.</summary>
    /// <returns>The context; invalid where the library refused, which it has logged.</returns>
    public static LlamaContextHandle Create(LlamaModelHandle model, LlamaContextParams parameters, AbortSwitch abort)
    {
        var context = new LlamaContextHandle(model, abort);
        context.SetHandle(LlamaApi.InitFromModel(model, parameters));
        if (context.IsInvalid)
        {
            // An invalid handle is never released, so the reference would stay.
            context.ReleaseHeld();
        }

        return context;
    }

    /// <summary>Keeps another object of the library alive as long as the context is. Not safe for concurrent use.</summary>
    public void Hold(SafeHandle handle)
    {
        bool held = false;
        handle.DangerousAddRef(ref held);
        _held.Add(handle);
    }

    protected override bool ReleaseHandle()
    {
        LlamaApi.Free(handle);
        GC.KeepAlive(_abort);
        ReleaseHeld();
        return true;
    }

    private void ReleaseHeld()
    {
        foreach (SafeHandle handle in _held)
        {
            handle.DangerousRelease();
        }
    }
}
