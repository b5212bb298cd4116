using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>The functions of libggml and libggml-base that this package calls.</summary>
internal static unsafe partial class GgmlApi
{
    public const string Library = "ggml";
    public const string BaseLibrary = "ggml-base";

    /// <summary>Loads the plug-ins (one per kind of processor) of a folder that suit this machine.</summary>
    [LibraryImport(
        Library, EntryPoint = "ggml_backend_load_all_from_path", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void BackendLoadAllFromPath(string folder);

    [LibraryImport(Library, EntryPoint = "ggml_backend_dev_count")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint DeviceCount();

    /// <summary>Gets the first device of a type, or zero. Type 0 is the processor.</summary>
    [LibraryImport(Library, EntryPoint = "ggml_backend_dev_by_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint DeviceByType(int type);

    /// <summary>Gets the plug-in that a device is of.</summary>
    [LibraryImport(BaseLibrary, EntryPoint = "ggml_backend_dev_backend_reg")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint DevicePlugin(nint device);

    /// <summary>Gets a function of a plug-in by its name, or null.</summary>
    [LibraryImport(
        BaseLibrary, EntryPoint = "ggml_backend_reg_get_proc_address", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* PluginFunction(nint plugin, string name);

    /// <summary>Fills in the defaults of a pool of threads.</summary>
    [LibraryImport(BaseLibrary, EntryPoint = "ggml_threadpool_params_init")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void ThreadPoolDefaultParams(AbiBlob* parameters, int threads);
}
