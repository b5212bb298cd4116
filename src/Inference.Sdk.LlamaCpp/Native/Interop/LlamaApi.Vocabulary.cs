using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>Callers of these keep the model alive: the vocabulary belongs to it.</summary>
internal static unsafe partial class LlamaApi
{
    [LibraryImport(Library, EntryPoint = "llama_vocab_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int VocabType(nint vocab);

    [LibraryImport(Library, EntryPoint = "llama_vocab_n_tokens")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int VocabTokenCount(nint vocab);

    [LibraryImport(Library, EntryPoint = "llama_vocab_bos")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int VocabBeginOfSequence(nint vocab);

    [LibraryImport(Library, EntryPoint = "llama_vocab_eos")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int VocabEndOfSequence(nint vocab);

    [LibraryImport(Library, EntryPoint = "llama_vocab_get_attr")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int VocabAttributes(nint vocab, int token);

    [LibraryImport(Library, EntryPoint = "llama_vocab_is_eog")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool VocabIsEndOfGeneration(nint vocab, int token);

    [LibraryImport(Library, EntryPoint = "llama_tokenize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Tokenize(
        nint vocab,
        byte* text,
        int length,
        int* tokens,
        int capacity,
        [MarshalAs(UnmanagedType.U1)] bool addSpecial,
        [MarshalAs(UnmanagedType.U1)] bool parseSpecial);

    [LibraryImport(Library, EntryPoint = "llama_token_to_piece")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int TokenToPiece(
        nint vocab,
        int token,
        byte* buffer,
        int length,
        int leadingSpacesToSkip,
        [MarshalAs(UnmanagedType.U1)] bool special);
}
