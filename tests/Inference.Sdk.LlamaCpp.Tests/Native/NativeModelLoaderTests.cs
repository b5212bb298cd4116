using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Native.Loading;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeModelLoaderTests : IDisposable
{
    // ggml_backend_dev_type
    private const int GpuType = 1;

    private readonly TemporaryFile _model = new(TinyModel.BytePair().ToArray());

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_model_tells_what_it_is()
    {
        using NativeBackend backend = Load();

        Assert.Equal(TinyModel.Layers, backend.Facts.Layers);
        Assert.Equal(TinyModel.Embedding, backend.Facts.EmbeddingLength);
        Assert.Equal(TinyModel.TrainingContext, backend.Facts.TrainingContextLength);
        Assert.Equal(TinyModel.ChatTemplate, backend.Facts.ChatTemplate);
        Assert.True(backend.Facts.ForgetsPartially);
        Assert.StartsWith("llama", backend.Facts.Description, StringComparison.Ordinal);
        Assert.Equal(backend.Facts.ParameterCount * sizeof(float), backend.Facts.SizeBytes);
    }

    [Fact]
    public void A_model_without_a_GPU_is_on_the_processor_with_all_its_layers()
    {
        NativeRuntime.EnsureLoaded(NullLogger.Instance);
        Assert.SkipWhen(GgmlApi.DeviceByType(GpuType) != 0, "This machine has a GPU, which takes the layers.");
        using NativeBackend backend = Load();

        Assert.Equal("cpu", backend.Facts.Placement.Device);
        Assert.Equal($"0 of {TinyModel.Layers + 1}", backend.Facts.Placement.Describe());
        Assert.False(backend.Facts.Placement.IsOnGpusOnly);
    }

    [Fact]
    public void The_context_is_as_asked_for()
    {
        using NativeBackend backend = Load(NativeModels.Options with { ContextLength = 100, MaxSequences = 3, Threads = 2 });

        Assert.Equal(100, backend.SequenceContextLength);
        Assert.Equal(3, backend.MaxSequences);
        Assert.Equal(64, backend.MaxBatchTokens);
        Assert.Equal(64, backend.MaxOutputs);
        Assert.Equal(new StepThreads(2, 2), backend.Threads);
    }

    [Fact]
    public void Without_a_context_length_it_is_what_the_model_was_trained_for_up_to_a_default()
    {
        using NativeBackend backend = Load(NativeModels.Options with { ContextLength = null });

        Assert.Equal(TinyModel.TrainingContext, backend.SequenceContextLength);
    }

    [Fact]
    public void A_context_beyond_the_training_loads_with_a_warning()
    {
        var logger = new CollectingLogger();
        using NativeBackend backend = NativeModelLoader.Load(
            _model.Path, NativeModels.Options with { ContextLength = TinyModel.TrainingContext + 1 }, logger);

        Assert.Contains(
            logger.Messages, m => m.Level == LogLevel.Warning && m.Text.Contains("longer than the 1024 tokens", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_library_logs_at_loading_goes_to_the_logger()
    {
        var logger = new CollectingLogger();
        using NativeBackend backend = NativeModelLoader.Load(_model.Path, NativeModels.Options, logger);

        Assert.Contains(logger.Messages, m => m.Level == LogLevel.Debug && m.Text.StartsWith("llama.cpp: ", StringComparison.Ordinal));
        Assert.Contains(logger.Messages, m => m.Level == LogLevel.Information && m.Text.StartsWith("Loaded ", StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var parts = new List<float>();
        using NativeBackend backend = NativeModelLoader.Load(
            _model.Path, NativeModels.Options, NullLogger.Instance, new Reporter(parts.Add));

        Assert.Equal(parts.Order(), parts);
        Assert.Equal(1, parts[^1]);
        Assert.All(parts, part => Assert.InRange(part, 0, 1));
    }

    [Fact]
    public void Cancelling_while_it_loads_ends_the_load()
    {
        using var cancellation = new CancellationTokenSource();
        var parts = new List<float>();

        OperationCanceledException error = Assert.Throws<OperationCanceledException>(() => NativeModelLoader.Load(
            _model.Path, NativeModels.Options, NullLogger.Instance,
            new Reporter(part =>
            {
                parts.Add(part);
                cancellation.Cancel();
            }),
            cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Single(parts);
    }

    [Fact]
    public void Cancelled_before_it_loads_nothing() => Assert.Throws<OperationCanceledException>(
        () => NativeModelLoader.Load(
            _model.Path, NativeModels.Options, NullLogger.Instance, null, new CancellationToken(canceled: true)));

    [Fact]
    public void A_failure_of_who_is_told_the_progress_comes_through()
    {
        var failure = new InvalidOperationException("no window");

        Assert.Same(
            failure,
            Assert.Throws<InvalidOperationException>(() => NativeModelLoader.Load(
                _model.Path, NativeModels.Options, NullLogger.Instance, new Reporter(_ => throw failure))));
    }

    [Fact]
    public void All_wrong_options_are_told_at_once()
    {
        InferenceConfigurationException error = Assert.Throws<InferenceConfigurationException>(() => Load(new LlamaLoadOptions
        {
            GpuLayers = -2,
            MainGpu = -1,
            SplitMode = (LlamaSplitMode)9,
            LoadMode = (LlamaLoadMode)9,
            TensorSplit = [0, 0],
            ContextLength = 0,
            MaxSequences = 257,
            BatchTokens = 0,
            MicroBatch = 0,
            MaxOutputs = 0,
            Threads = 0,
            ThreadsBatch = 1000,
            Polling = 101,
            CacheTypeK = (LlamaCacheType)9,
            CacheTypeV = LlamaCacheType.Q8,
            FlashAttention = LlamaFlashAttention.Off,
        }));

        Assert.Equal(
            [
                "GpuLayers is -2: it is 0 or more, or null for all.",
                "MainGpu is -1: it is the index of a GPU, from 0.",
                "SplitMode 9 does not exist.",
                "LoadMode 9 does not exist.",
                "CacheTypeK 9 does not exist.",
                "TensorSplit has shares of 0 or more, at least one of them above 0.",
                "ContextLength is 0: it is 1 or more, or null for a default.",
                "MaxSequences is 257: it is 1 to 256.",
                "BatchTokens is 0: it is 1 to 1048576.",
                "MicroBatch is 0: it is 1 or more.",
                "MaxOutputs is 0: it is 1 or more, or null for all.",
                "Threads is 0: it is 1 to 512, or null for half the processors.",
                "ThreadsBatch is 1000: it is 1 to 512, or null for as many as Threads.",
                "Polling is 101: it is 0 to 100.",
                "CacheTypeK is 9 and CacheTypeV is Q8: below 16 bits they need flash attention. Switch it on or leave it automatic.",
            ],
            error.Errors);
    }

    [Fact]
    public void More_context_than_the_library_can_count_is_refused()
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(
            () => Load(NativeModels.Options with { ContextLength = int.MaxValue, MaxSequences = 2 }));

        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("2 sequences of 2147483647 tokens are 4294967296 tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_library_refuses_says_its_reason()
    {
        // Passes our checks, which leave the shapes inside a layer to the library.
        using var file = new TemporaryFile(TinyModel.BytePair().Tensor("blk.1.ffn_up.weight", new float[64], 32, 2).ToArray());

        ModelLoadException error = Assert.Throws<ModelLoadException>(
            () => NativeModelLoader.Load(file.Path, NativeModels.Options, NullLogger.Instance));

        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Equal(file.Path, error.Path);
        Assert.Contains("blk.1.ffn_up.weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_architecture_is_unsupported()
    {
        using var file = new TemporaryFile(TinyModel.BytePair()
            .Set("general.architecture", "nonesuch")
            .Set("nonesuch.context_length", 64u)
            .Set("nonesuch.embedding_length", (uint)TinyModel.Embedding)
            .Set("nonesuch.block_count", 1u)
            .ToArray());

        ModelLoadException error = Assert.Throws<ModelLoadException>(
            () => NativeModelLoader.Load(file.Path, NativeModels.Options, NullLogger.Instance));

        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("nonesuch", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)LlamaLoadMode.None)]
    [InlineData((int)LlamaLoadMode.Mmap)]
    [InlineData((int)LlamaLoadMode.DirectIo)]
    public void Each_way_into_memory_loads_the_same_model(int mode)
    {
        using NativeBackend expected = Load();
        using NativeBackend actual = Load(NativeModels.Options with { LoadMode = (LlamaLoadMode)mode });

        Assert.Equal(NativeModels.Logits(expected, [1, 2, 3]), NativeModels.Logits(actual, [1, 2, 3]));
    }

    [Theory]
    [InlineData((int)LlamaCacheType.F32, (int)LlamaCacheType.F32)]
    [InlineData((int)LlamaCacheType.BF16, (int)LlamaCacheType.BF16)]
    public void Each_number_format_of_the_memory_answers_alike(int key, int value)
    {
        using NativeBackend expected = Load();
        using NativeBackend actual = Load(NativeModels.Options with
        {
            CacheTypeK = (LlamaCacheType)key,
            CacheTypeV = (LlamaCacheType)value,
        });

        NativeModels.AssertClose(NativeModels.Logits(expected, [1, 2, 3]), NativeModels.Logits(actual, [1, 2, 3]), 0.05f);
    }

    [Theory]
    [InlineData((int)LlamaCacheType.Q8, (int)LlamaCacheType.F16)]
    [InlineData((int)LlamaCacheType.F16, (int)LlamaCacheType.Q4)]
    public void A_number_format_whose_blocks_do_not_divide_a_head_is_refused(int key, int value)
    {
        ModelLoadException error = Assert.Throws<ModelLoadException>(() => Load(NativeModels.Options with
        {
            CacheTypeK = (LlamaCacheType)key,
            CacheTypeV = (LlamaCacheType)value,
        }));

        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("block size 32", error.Message, StringComparison.Ordinal);
    }

    private NativeBackend Load(LlamaLoadOptions? options = null) =>
        NativeModelLoader.Load(_model.Path, options ?? NativeModels.Options, NullLogger.Instance);

    // Progress<T> reports on another thread.
    private sealed class Reporter(Action<float> report) : IProgress<float>
    {
        public void Report(float value) => report(value);
    }
}
