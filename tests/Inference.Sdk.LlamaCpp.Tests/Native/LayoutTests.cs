using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

/// <summary>The layouts of release b10361: what is passed to the library has every field where it looks for it.</summary>
public sealed unsafe class LayoutTests
{
    [Fact]
    public void Structures_have_the_sizes_of_the_library()
    {
        Assert.Equal(72, Unsafe.SizeOf<LlamaModelParams>());
        Assert.Equal(160, Unsafe.SizeOf<LlamaContextParams>());
        Assert.Equal(56, Unsafe.SizeOf<LlamaBatch>());
        Assert.Equal(528, Unsafe.SizeOf<GgmlThreadPoolParams>());
        Assert.Equal(AbiBlob.Size, Unsafe.SizeOf<AbiBlob>());
    }

    [Fact]
    public void Model_parameters_lie_where_the_library_looks_for_them()
    {
        LlamaModelParams p = default;
        byte* start = (byte*)&p;
        long[] offsets =
        [
            (byte*)&p.Devices - start, (byte*)&p.TensorBufferTypeOverrides - start, (byte*)&p.GpuLayers - start,
            (byte*)&p.SplitMode - start, (byte*)&p.LoadMode - start, (byte*)&p.MainGpu - start,
            (byte*)&p.TensorSplit - start, (byte*)&p.ProgressCallback - start,
            (byte*)&p.ProgressCallbackUserData - start, (byte*)&p.KvOverrides - start, &p.VocabOnly - start,
            &p.CheckTensors - start, &p.UseExtraBufferTypes - start, &p.NoHost - start, &p.NoAlloc - start,
            &p.LoadMtp - start,
        ];

        Assert.Equal([0, 8, 16, 20, 24, 28, 32, 40, 48, 56, 64, 65, 66, 67, 68, 69], offsets);
    }

    [Fact]
    public void Context_parameters_lie_where_the_library_looks_for_them()
    {
        LlamaContextParams p = default;
        byte* start = (byte*)&p;
        long[] offsets =
        [
            (byte*)&p.ContextTokens - start, (byte*)&p.BatchTokens - start, (byte*)&p.MicroBatchTokens - start,
            (byte*)&p.MaxSequences - start, (byte*)&p.RecurrentSnapshots - start, (byte*)&p.MaxOutputs - start,
            (byte*)&p.MaxOutputsPerSequence - start, (byte*)&p.Threads - start, (byte*)&p.ThreadsBatch - start,
            (byte*)&p.ContextType - start, (byte*)&p.RopeScalingType - start, (byte*)&p.PoolingType - start,
            (byte*)&p.AttentionType - start, (byte*)&p.FlashAttentionType - start, (byte*)&p.RopeFrequencyBase - start,
            (byte*)&p.RopeFrequencyScale - start, (byte*)&p.YarnExtFactor - start, (byte*)&p.YarnAttnFactor - start,
            (byte*)&p.YarnBetaFast - start, (byte*)&p.YarnBetaSlow - start, (byte*)&p.YarnOriginalContext - start,
            (byte*)&p.DefragThreshold - start, (byte*)&p.EvalCallback - start, (byte*)&p.EvalCallbackUserData - start,
            (byte*)&p.TypeK - start, (byte*)&p.TypeV - start, (byte*)&p.AbortCallback - start,
            (byte*)&p.AbortCallbackData - start, &p.Embeddings - start, &p.OffloadKqv - start, &p.NoPerf - start,
            &p.OpOffload - start, &p.SwaFull - start, &p.KvUnified - start, (byte*)&p.Samplers - start,
            (byte*)&p.SamplerCount - start, (byte*)&p.OtherContext - start,
        ];

        Assert.Equal(
            [
                0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80, 84, 88, 96, 104, 108, 112,
                120, 128, 129, 130, 131, 132, 133, 136, 144, 152,
            ],
            offsets);
    }

    [Fact]
    public void Pools_of_threads_lie_where_the_library_looks_for_them()
    {
        GgmlThreadPoolParams p = default;
        byte* start = (byte*)&p;
        long[] offsets =
        [
            p.ProcessorMask - start, (byte*)&p.Threads - start, (byte*)&p.Priority - start, (byte*)&p.Polling - start,
            &p.StrictProcessors - start, &p.Paused - start,
        ];

        Assert.Equal([0, 512, 516, 520, 524, 525], offsets);
    }

    [Fact]
    public void Batches_lie_where_the_library_looks_for_them()
    {
        LlamaBatch b = default;
        byte* start = (byte*)&b;
        long[] offsets =
        [
            (byte*)&b.TokenCount - start, (byte*)&b.Tokens - start, (byte*)&b.Embeddings - start,
            (byte*)&b.Positions - start, (byte*)&b.SequenceCounts - start, (byte*)&b.SequenceIds - start,
            (byte*)&b.Logits - start,
        ];

        Assert.Equal([0, 8, 16, 24, 32, 40, 48], offsets);
    }
}
