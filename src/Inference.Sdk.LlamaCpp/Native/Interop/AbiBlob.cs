using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>Room for a parameter block of whatever size a library returns: a block that is larger than expected would
/// overwrite the caller's stack otherwise, before its layout could be checked.</summary>
[InlineArray(Size)]
internal struct AbiBlob
{
    public const int Size = 1024;

    private byte _first;

    /// <summary>Reads the block that the library wrote.</summary>
    /// <typeparam name="T">The block's type.</typeparam>
    /// <returns>The block.</returns>
    public readonly T Read<T>()
        where T : unmanaged
        => MemoryMarshal.Read<T>(MemoryMarshal.CreateReadOnlySpan(in _first, Size));
}
