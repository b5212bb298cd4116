using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>The arrays of a batch as the library reads them, pinned and used again for each decode.</summary>
internal sealed unsafe class BatchBuffer
{
    private readonly int[] _tokens;
    private readonly int[] _positions;
    private readonly int[] _sequences;
    private readonly int[] _sequenceCounts;
    private readonly nint[] _sequencePointers;
    private readonly sbyte[] _logits;

    /// <summary>Makes the arrays.</summary>
    /// <param name="capacity">The most tokens of a batch.</param>
    public BatchBuffer(int capacity)
    {
        _tokens = GC.AllocateArray<int>(capacity, pinned: true);
        _positions = GC.AllocateArray<int>(capacity, pinned: true);
        _sequences = GC.AllocateArray<int>(capacity, pinned: true);
        _sequenceCounts = GC.AllocateArray<int>(capacity, pinned: true);
        _sequencePointers = GC.AllocateArray<nint>(capacity, pinned: true);
        _logits = GC.AllocateArray<sbyte>(capacity, pinned: true);
        _sequenceCounts.AsSpan().Fill(1);
        for (int i = 0; i < capacity; i++)
        {
            _sequencePointers[i] = (nint)Unsafe.AsPointer(ref _sequences[i]);
        }
    }

    /// <summary>Tells whether a token of the last batch asked for logits.</summary>
    public bool WantsLogits(int index) => _logits[index] != 0;

    /// <summary>Takes a batch.</summary>
    /// <param name="batch">The batch, within the capacity.</param>
    /// <returns>It, as the library reads it; valid until the next one, and as long as this object is alive.</returns>
    public LlamaBatch Fill(ReadOnlySpan<BatchToken> batch)
    {
        for (int i = 0; i < batch.Length; i++)
        {
            BatchToken token = batch[i];
            _tokens[i] = token.Token;
            _positions[i] = token.Position;
            _sequences[i] = token.Sequence;
            _logits[i] = token.WantLogits ? (sbyte)1 : (sbyte)0;
        }

        return new LlamaBatch
        {
            TokenCount = batch.Length,
            Tokens = Pointer(_tokens),
            Positions = Pointer(_positions),
            SequenceCounts = Pointer(_sequenceCounts),
            SequenceIds = (int**)Pointer(_sequencePointers),
            Logits = Pointer(_logits),
        };
    }

    private static T* Pointer<T>(T[] pinned)
        where T : unmanaged
        => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
}
