using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class AbiProbeTests
{
    public AbiProbeTests() => NativeRuntime.EnsureLoaded(NullLogger.Instance);

    [Fact]
    public void The_packaged_libraries_pass() =>
        Assert.Null(AbiProbe.FindDifference(LlamaApi.ModelDefaultParams(), LlamaApi.ContextDefaultParams(), Pool));

    [Fact]
    public void The_packaged_libraries_tell_their_release() =>
        Assert.Equal(NativeLibraryLocator.ExpectedRelease, NativeRuntime.Loaded?.Release);

    [Fact]
    public void A_context_without_a_field_fails_at_the_next_one()
    {
        // As in the releases before n_outputs_max_per_seq came.
        AbiBlob context = LlamaApi.ContextDefaultParams();
        Span<byte> bytes = Bytes(ref context);
        bytes[28..160].CopyTo(bytes[24..]);

        Assert.Equal(
            "llama_context_params.n_outputs_max_per_seq is 4 where 1 is expected",
            AbiProbe.FindDifference(LlamaApi.ModelDefaultParams(), context, Pool));
    }

    [Fact]
    public void A_model_with_one_more_field_fails_at_it()
    {
        // As in the releases that put lazy_mode behind load_mode.
        AbiBlob model = LlamaApi.ModelDefaultParams();
        Span<byte> bytes = Bytes(ref model);
        bytes[20..72].CopyTo(bytes[24..]);
        MemoryMarshal.Write(bytes[20..], 7);

        Assert.Equal(
            "llama_model_params.split_mode is 7 where 1 is expected",
            AbiProbe.FindDifference(model, LlamaApi.ContextDefaultParams(), Pool));
    }

    [Fact]
    public void A_pool_of_threads_with_room_for_more_processors_fails_at_the_number_of_threads()
    {
        AbiBlob pool = Pool;
        Span<byte> bytes = Bytes(ref pool);
        bytes[512..528].CopyTo(bytes[768..]);
        bytes[512..768].Clear();

        Assert.Equal(
            "ggml_threadpool_params.n_threads is 0 where 7 is expected",
            AbiProbe.FindDifference(LlamaApi.ModelDefaultParams(), LlamaApi.ContextDefaultParams(), pool));
    }

    private static AbiBlob Pool => GgmlThreadPoolParams.ReadDefaults(AbiProbe.PoolThreads);

    private static Span<byte> Bytes(ref AbiBlob blob) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<AbiBlob, byte>(ref blob), AbiBlob.Size);
}
