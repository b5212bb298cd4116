using Inference.Sdk.LlamaCpp.Registration;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Registration;

public sealed class LoadProgressTests
{
    private readonly CollectingLogger _logger = new();
    private readonly List<float> _parts = [];

    [Fact]
    public async Task Whoever_loads_a_model_can_be_told_how_far_it_is()
    {
        using var file = new TemporaryFile(TinyModel.BytePair().ToArray());
        await using GgufPredictor model = await GgufPredictor.LoadAsync(
            file.Path,
            new GgufOptions { ContextLength = 64, Threads = 1, LoadMode = LlamaLoadMode.None },
            progress: new Reporter(_parts.Add));
        Assert.Equal(_parts.Order(), _parts);
        Assert.Equal(1, _parts[^1]);
    }

    [Fact]
    public void A_long_load_is_logged_now_and_then()
    {
        var time = new FakeTimeProvider();
        var progress = new LoadProgressLog("assistant", _logger, time, new Reporter(_parts.Add));
        progress.Report(0.1f);
        time.Advance(LoadProgressLog.Interval);
        progress.Report(0.25f);
        progress.Report(0.5f);
        time.Advance(LoadProgressLog.Interval);
        progress.Report(0.75f);
        time.Advance(LoadProgressLog.Interval);
        progress.Report(1);
        Assert.Equal([0.1f, 0.25f, 0.5f, 0.75f, 1], _parts);
        Assert.Equal(
            [(LogLevel.Information, "Model assistant is loading: 25 %."), (LogLevel.Information, "Model assistant is loading: 75 %.")],
            _logger.Messages);
    }

    [Fact]
    public async Task A_load_that_fails_does_not_read_the_whole_file_for_its_hash()
    {
        using var good = new TemporaryFile(TinyModel.BytePair().ToArray());
        using var refused = new TemporaryFile(
            TinyModel.BytePair().Tensor("blk.1.ffn_up.weight", new float[64], 32, 2).ToArray());
        await Assert.ThrowsAsync<ModelLoadException>(async () => await LoadAsync(refused.Path));
        Assert.DoesNotContain(_logger.Messages, HasHash);
        await (await LoadAsync(good.Path)).DisposeAsync();
        Assert.Contains(_logger.Messages, HasHash);

        static bool HasHash((LogLevel Level, string Text) message) =>
            message.Text.StartsWith("The SHA-256 of ", StringComparison.Ordinal);
    }

    private ValueTask<GgufPredictor> LoadAsync(string path) => new GgufLoader(
        path,
        new GgufOptions { ContextLength = 64, Threads = 1, LoadMode = LlamaLoadMode.None },
        _logger,
        TimeProvider.System).LoadAsync("assistant", progress: null, TestContext.Current.CancellationToken);

    private sealed class Reporter(Action<float> report) : IProgress<float>
    {
        public void Report(float value) => report(value);
    }
}
