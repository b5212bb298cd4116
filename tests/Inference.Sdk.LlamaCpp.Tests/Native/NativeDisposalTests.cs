using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeDisposalTests
{
    [Fact]
    public void A_disposed_backend_says_so()
    {
        NativeBackend backend = NativeModels.LoadBytePair();
        backend.Dispose();
        backend.Dispose();

        Assert.Throws<ObjectDisposedException>(() => backend.Decode(NativeModels.Batch(0, 0, 1)));
        Assert.Throws<ObjectDisposedException>(() => backend.GetLogits(0).Length);
        Assert.Throws<ObjectDisposedException>(() => backend.RemoveRange(0, 0));
        Assert.Throws<ObjectDisposedException>(() => backend.Vocabulary.Tokenize("text", false, false));
    }

    [Fact]
    public void What_tokens_are_outlives_the_model()
    {
        NativeBackend backend = NativeModels.LoadBytePair();
        int token = backend.Vocabulary.Tokenize("h", false, false).Single();
        backend.Dispose();

        Assert.Equal("h"u8.ToArray(), backend.Vocabulary.GetPiece(token, special: false).ToArray());
    }

    [Fact]
    public void A_context_keeps_its_model_alive()
    {
        NativeRuntime.EnsureLoaded(NullLogger.Instance);
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        LlamaModelParams parameters = LlamaParameters.Model(NativeModels.Options);
        var model = new LlamaModelHandle(LlamaApi.ModelLoadFromFile(file.Path, parameters));
        LlamaContextHandle context = LlamaContextHandle.Create(
            model, LlamaParameters.Context(NativeModels.Options, new StepThreads(1, 1), 256, file.Path), new AbortSwitch());

        model.Dispose();
        Assert.Equal(64u, LlamaApi.BatchTokens(context));
        context.Dispose();

        Assert.True(context.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => LlamaApi.BatchTokens(context));
        Assert.Throws<ObjectDisposedException>(() => LlamaApi.ModelLayers(model));
    }

    [Fact]
    public void A_context_keeps_its_threads_alive()
    {
        NativeBackend backend = NativeModels.LoadBytePair(NativeModels.Options with { Threads = 2 });
        float[] expected = NativeModels.Logits(backend, [1], sequence: 0);
        GgmlThreadPoolHandle pool = Assert.Single(backend.Pools.Pools);
        backend.Pools.Dispose();

        Assert.False(pool.IsClosed);
        Assert.Equal(expected, NativeModels.Logits(backend, [1], sequence: 1));
        backend.Dispose();
        Assert.True(pool.IsClosed);
    }

    [Fact]
    public void Backends_that_nobody_disposes_are_finalized_in_a_safe_order()
    {
        for (int i = 0; i < 3; i++)
        {
            Abandon();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        using NativeBackend backend = NativeModels.LoadBytePair();
        Assert.NotEmpty(NativeModels.Logits(backend, [1]));

        static void Abandon() =>
            NativeModels.Logits(NativeModels.LoadBytePair(NativeModels.Options with { Threads = 2 }), [1]);
    }
}
