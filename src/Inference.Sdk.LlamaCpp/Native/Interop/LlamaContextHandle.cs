using Microsoft.Win32.SafeHandles;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>A model's context. Holds a reference to the model, so that the model is freed after it, in whatever order the
/// two handles are disposed or finalized.</summary>
internal sealed class LlamaContextHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly LlamaModelHandle _model;

    // The library asks this switch during a decode: it lives as long as the context.
    private readonly AbortSwitch _abort;
    private readonly bool _holdsModel;

    private LlamaContextHandle(LlamaModelHandle model, AbortSwitch abort)
        : base(ownsHandle: true)
    {
        _model = model;
        _abort = abort;
        _model.DangerousAddRef(ref _holdsModel);
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
            context.ReleaseModel();
        }

        return context;
    }

    protected override bool ReleaseHandle()
    {
        LlamaApi.Free(handle);
        GC.KeepAlive(_abort);
        ReleaseModel();
        return true;
    }

    private void ReleaseModel()
    {
        if (_holdsModel)
        {
            _model.DangerousRelease();
        }
    }
}
