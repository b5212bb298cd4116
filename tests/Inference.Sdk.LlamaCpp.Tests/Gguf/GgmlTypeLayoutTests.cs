using System.Runtime.InteropServices;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf;

public sealed unsafe class GgmlTypeLayoutTests
{
    [Fact]
    public void Blocks_have_the_sizes_of_the_library()
    {
        NativeRuntime.EnsureLoaded(NullLogger.Instance);
        nint library = NativeLibrary.Load(NativeRuntime.Loaded!.GgmlBase);
        var blockLength = (delegate* unmanaged[Cdecl]<int, long>)NativeLibrary.GetExport(library, "ggml_blck_size");
        var blockBytes = (delegate* unmanaged[Cdecl]<int, nuint>)NativeLibrary.GetExport(library, "ggml_type_size");

        // GGML_TYPE_COUNT of release b10361.
        for (int type = 0; type < 43; type++)
        {
            GgmlTypeLayout? layout = GgmlTypeLayout.Find((GgmlType)type);
            Assert.Equal((type, blockLength(type)), (type, layout?.BlockLength ?? 0));
            Assert.Equal((type, (int)blockBytes(type)), (type, layout?.BlockBytes ?? 0));
        }
    }
}
