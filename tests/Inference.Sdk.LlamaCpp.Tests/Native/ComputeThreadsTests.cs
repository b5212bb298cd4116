using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

/// <summary>Threads that are kept from one decode to the next.</summary>
public sealed class ComputeThreadsTests
{
    private const float Tolerance = 1e-4f;

    public ComputeThreadsTests() => NativeRuntime.EnsureLoaded(NullLogger.Instance);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(1, 3, 3)]
    [InlineData(4, 2, 2, 4)]
    public void There_is_a_pool_for_each_number_of_threads_that_is_not_one(int decode, int prompt, params int[] expected)
    {
        using ComputePools pools = ComputePools.Create(new StepThreads(decode, prompt), polling: 0);

        Assert.Equal(expected, pools.Pools.Select(pool => pool.Threads));
    }

    [Fact]
    public void A_step_gets_the_smallest_pool_that_suffices_and_none_for_one_thread()
    {
        using ComputePools pools = ComputePools.Create(new StepThreads(2, 4), polling: 0);

        Assert.Equal([null, 2, 4, 4], Enumerable.Range(1, 4).Select(threads => pools.For(threads)?.Threads));
    }

    [Fact]
    public void The_number_of_threads_changes_from_decode_to_decode_and_the_answer_does_not()
    {
        int[] tokens = [5, 6, 7, 8];
        using NativeBackend one = NativeModels.LoadBytePair();
        float[] expected = NativeModels.Logits(one, tokens);
        using NativeBackend backend = NativeModels.LoadBytePair(
            NativeModels.Options with { Threads = 2, ThreadsBatch = 3, Polling = 1 });

        Assert.Equal(new StepThreads(2, 3), backend.Threads);
        foreach (int threads in (int[])[3, 2, 1, 2, 1, 3])
        {
            Assert.Equal(DecodeStatus.Success, backend.Decode(NativeModels.Batch(0, 0, tokens[..3]), threads));
            Assert.Equal(DecodeStatus.Success, backend.Decode(NativeModels.Batch(0, 3, tokens[3]), threads));
            NativeModels.AssertClose(
                expected[^backend.Vocabulary.Count..], backend.GetLogits(0).ToArray(), Tolerance);
            backend.RemoveRange(0, 0);
        }
    }

    [Fact]
    public void Contexts_that_take_turns_share_their_threads()
    {
        using NativeBackend first = NativeModels.LoadBytePair(NativeModels.Options with { Threads = 2 });
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        using var model = new LlamaModelHandle(
            LlamaApi.ModelLoadFromFile(file.Path, LlamaParameters.Model(NativeModels.Options)));
        using var second = LlamaContextHandle.Create(
            model, LlamaParameters.Context(NativeModels.Options, first.Threads, 256, file.Path), new AbortSwitch());
        new ComputeThreads(second, first.Pools).Use(2);
        BatchToken[] batch = NativeModels.Batch(0, 0, 5, 6);
        var buffer = new BatchBuffer(batch.Length);
        for (int turn = 0; turn < 3; turn++)
        {
            Assert.NotEmpty(NativeModels.Logits(first, [5, 6], sequence: turn));
            batch = [.. batch.Select(token => token with { Sequence = turn })];
            Assert.Equal(0, LlamaApi.Decode(second, buffer.Fill(batch)));
        }
    }
}
