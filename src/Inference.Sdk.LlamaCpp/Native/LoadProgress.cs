using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Tells how far a load is, and ends it when it is cancelled.</summary>
internal sealed unsafe class LoadProgress : IDisposable
{
    private readonly IProgress<float>? _progress;
    private readonly CancellationToken _cancellationToken;
    private GCHandle _handle;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes it.</summary>
    /// <param name="progress">Told of parts from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    public LoadProgress(IProgress<float>? progress, CancellationToken cancellationToken)
    {
        _progress = progress;
        _cancellationToken = cancellationToken;
        _handle = GCHandle.Alloc(this);
    }

    /// <summary>Gets the function that the library calls.</summary>
    public static delegate* unmanaged[Cdecl]<float, void*, byte> Callback => &Report;

    /// <summary>Gets what the library passes to <see cref="Callback"/>; valid until disposal.</summary>
    public void* State => (void*)GCHandle.ToIntPtr(_handle);

    /// <summary>Throws where the load ended because it was cancelled or because the progress' receiver failed.</summary>
    public void ThrowIfEnded()
    {
        _failure?.Throw();
        _cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Report(float part, void* state)
    {
        var self = (LoadProgress)GCHandle.FromIntPtr((nint)state).Target!;
        return self.Continue(part) ? (byte)1 : (byte)0;
    }

    private bool Continue(float part)
    {
        if (_cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            _progress?.Report(part);
            return true;
        }
        catch (Exception failure)
        {
            // It must not cross the native frames above: the load ends, and then it is thrown.
            _failure = ExceptionDispatchInfo.Capture(failure);
            return false;
        }
    }
}
