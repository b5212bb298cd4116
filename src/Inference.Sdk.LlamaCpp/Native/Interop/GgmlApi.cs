using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Interop;

/// <summary>The functions of libggml that this package calls.</summary>
internal static partial class GgmlApi
{
    public const string Library = "ggml";

    /// <summary>Loads the plug-ins (one per kind of processor) of a folder that suit this machine.</summary>
    [LibraryImport(
        Library, EntryPoint = "ggml_backend_load_all_from_path", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void BackendLoadAllFromPath(string folder);

    [LibraryImport(Library, EntryPoint = "ggml_backend_dev_count")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint DeviceCount();
}
