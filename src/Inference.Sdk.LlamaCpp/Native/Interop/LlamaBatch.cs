using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>llama.cpp's <c>llama_batch</c> at release b10361: 56 bytes, passed by value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LlamaBatch
{
    public int TokenCount;
    public int* Tokens;
    public float* Embeddings;
    public int* Positions;
    public int* SequenceCounts;
    public int** SequenceIds;
    public sbyte* Logits;
}
