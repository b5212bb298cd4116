using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Asks a decode to give up that runs or is about to. A request at any other time is void, so it can never reach the
/// next one. Safe for concurrent use.</summary>
internal sealed unsafe class AbortSwitch
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int Requested = 2;

    // Pinned, since the library's callback gets its address; no handle to free, and no race of a request with disposal.
    private readonly int[] _state = GC.AllocateArray<int>(1, pinned: true);

    /// <summary>Gets what the library passes to <see cref="Callback"/>. Valid as long as this object is alive.</summary>
    public void* State => Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_state));

    /// <summary>Gets the function that the library calls between the nodes of a graph.</summary>
    public static delegate* unmanaged[Cdecl]<void*, byte> Callback => &Ask;

    /// <summary>Gets whether the decode is to give up.</summary>
    public bool IsRequested => Volatile.Read(ref _state[0]) == Requested;

    /// <summary>Marks the beginning of a decode. Called again, it keeps a request that has come in between.</summary>
    public void Begin() => Interlocked.CompareExchange(ref _state[0], Running, Idle);

    /// <summary>Marks the end of a decode: a request that comes now is void.</summary>
    public void End() => Volatile.Write(ref _state[0], Idle);

    /// <summary>Asks the decode that runs, if one does.</summary>
    public void Request() => Interlocked.CompareExchange(ref _state[0], Requested, Running);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Ask(void* state) => Volatile.Read(ref *(int*)state) == Requested ? (byte)1 : (byte)0;
}
