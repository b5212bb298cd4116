using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

internal static unsafe partial class LlamaApi
{
    [LibraryImport(Library, EntryPoint = "llama_init_from_model")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint InitFromModel(LlamaModelHandle model, LlamaContextParams parameters);

    [LibraryImport(Library, EntryPoint = "llama_free")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Free(nint context);

    [LibraryImport(Library, EntryPoint = "llama_n_batch")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint BatchTokens(LlamaContextHandle context);

    [LibraryImport(Library, EntryPoint = "llama_n_ctx_seq")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint ContextTokensPerSequence(LlamaContextHandle context);

    [LibraryImport(Library, EntryPoint = "llama_decode")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Decode(LlamaContextHandle context, LlamaBatch batch);

    /// <summary>Of one token, and of several.</summary>
    [LibraryImport(Library, EntryPoint = "llama_set_n_threads")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void SetThreads(LlamaContextHandle context, int threads, int batchThreads);

    /// <summary>The context has to hold the pools: the library touches a pool once more after it was replaced.</summary>
    [LibraryImport(Library, EntryPoint = "llama_attach_threadpool")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void AttachThreadPool(
        LlamaContextHandle context, GgmlThreadPoolHandle pool, GgmlThreadPoolHandle batchPool);

    [LibraryImport(Library, EntryPoint = "llama_detach_threadpool")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void DetachThreadPool(LlamaContextHandle context);

    [LibraryImport(Library, EntryPoint = "llama_get_logits_ith")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial float* GetLogits(LlamaContextHandle context, int index);

    [LibraryImport(Library, EntryPoint = "llama_get_memory")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint GetMemory(LlamaContextHandle context);

    /// <summary>Callers keep the context alive: the memory belongs to it.</summary>
    [LibraryImport(Library, EntryPoint = "llama_memory_seq_rm")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool MemoryRemove(nint memory, int sequence, int from, int to);

    /// <summary>Callers keep the context alive: the memory belongs to it.</summary>
    [LibraryImport(Library, EntryPoint = "llama_memory_seq_pos_max")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int MemoryLastPosition(nint memory, int sequence);
}
