using Microsoft.Win32.SafeHandles;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>A loaded model. Contexts of it keep it alive.</summary>
internal sealed class LlamaModelHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    // The library may read the shares as long as the model is loaded.
    private readonly float[]? _tensorSplit;

    /// <summary>Takes over a model.</summary>
    /// <param name="model">The model, or zero where it did not load.</param>
    /// <param name="tensorSplit">The pinned shares that it was loaded with.</param>
    public LlamaModelHandle(nint model, float[]? tensorSplit = null)
        : base(ownsHandle: true)
    {
        _tensorSplit = tensorSplit;
        SetHandle(model);
    }

    protected override bool ReleaseHandle()
    {
        LlamaApi.ModelFree(handle);
        GC.KeepAlive(_tensorSplit);
        return true;
    }
}
