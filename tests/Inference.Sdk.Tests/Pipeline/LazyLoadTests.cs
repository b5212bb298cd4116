using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Inference.Sdk.Tests.Pipeline;

public sealed class LazyLoadTests : IAsyncDisposable
{
    // Only so that a load that is never given up fails its test, instead of hanging the run.
    private const int TimeoutMilliseconds = 30_000;

    private readonly TaskCompletionSource<IPredictor<House, double>> _load = new();
    private readonly ServiceCollection _services = new();
    private readonly FakeSource<IPredictor<House, double>> _source;
    private readonly ServiceProvider _provider;
    private readonly IPredictor<House, double> _predictor;

    public LazyLoadTests()
    {
        _source = new(token => new ValueTask<IPredictor<House, double>>(_load.Task.WaitAsync(token)));
        _services.AddLogging(l => l.AddFakeLogging().SetMinimumLevel(LogLevel.Trace));
        _services.AddInference().AddPredictor<House, double>("house-price", _ => _source);
        _provider = _services.BuildServiceProvider();
        _predictor = _provider.GetRequiredService<IPredictor<House, double>>();
    }

    private FakeLogCollector Logs => _provider.GetRequiredService<FakeLogCollector>();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Concurrent_first_uses_load_once()
    {
        Task<Prediction<double>>[] waiting =
            [.. Enumerable.Range(0, 20).Select(i => _predictor.PredictAsync(new House(i)).AsTask())];
        Assert.All(waiting, w => Assert.False(w.IsCompleted));

        _load.SetResult(new FakePredictor());
        Prediction<double>[] predictions = await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (double)i), predictions.Select(p => p.Value));
        Assert.Equal(1, _source.Loads);
    }

    [Fact]
    public async Task Threads_that_race_for_the_first_use_load_once()
    {
        using var barrier = new Barrier(8);
        _load.SetResult(new FakePredictor());
        Task[] racing = [.. Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return _predictor.PredictAsync(new House(1)).AsTask();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap())];

        await Task.WhenAll(racing);

        Assert.Equal(1, _source.Loads);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task One_caller_s_cancellation_does_not_end_the_load_for_the_others()
    {
        using var cancellation = new CancellationTokenSource();
        Task<Prediction<double>> first = _predictor.PredictAsync(new House(1), null, cancellation.Token).AsTask();
        Task<Prediction<double>> second = _predictor.PredictAsync(new House(2)).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => first.WaitAsync(TestContext.Current.CancellationToken));
        Assert.False(second.IsCompleted);
        _load.SetResult(new FakePredictor());
        Assert.Equal(2, (await second).Value);
        Assert.Equal(1, _source.Loads);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_already_loads_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _predictor.PredictAsync(new House(1), null, new CancellationToken(canceled: true)));

        Assert.Equal(0, _source.Loads);
    }

    [Fact]
    public async Task A_load_that_failed_is_tried_again()
    {
        int attempts = 0;
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddFakeLogging());
        services.AddInference().AddPredictor<House, double>(
            "flaky", _ => new FakeSource<IPredictor<House, double>>(_ => ++attempts == 1
                ? throw new ModelLoadException(ModelLoadError.NotFound, "m.bin", "There is no file 'm.bin'.")
                : new ValueTask<IPredictor<House, double>>(new FakePredictor())));
        await using ServiceProvider provider = services.BuildServiceProvider();
        var predictor = provider.GetRequiredService<IPredictor<House, double>>();

        await Assert.ThrowsAsync<ModelLoadException>(async () => await predictor.PredictAsync(new House(1)));
        Assert.Equal(1, (await predictor.PredictAsync(new House(1))).Value);

        Assert.Equal(2, attempts);
        IReadOnlyList<FakeLogRecord> logs = provider.GetRequiredService<FakeLogCollector>().GetSnapshot();
        Assert.Equal(["PredictorLoadFailed", "PredictorLoaded"], logs.Select(l => l.Id.Name));
    }

    [Fact]
    public async Task Everyone_who_waits_for_a_load_that_fails_is_told()
    {
        Task<Prediction<double>> first = _predictor.PredictAsync(new House(1)).AsTask();
        Task<Prediction<double>> second = _predictor.PredictAsync(new House(2)).AsTask();

        _load.SetException(new ModelLoadException(ModelLoadError.Corrupt, "m.bin", "Cut off."));

        await Assert.ThrowsAsync<ModelLoadException>(() => first);
        await Assert.ThrowsAsync<ModelLoadException>(() => second);
    }

    [Fact]
    public async Task A_source_that_loads_nothing_is_an_engine_s_error()
    {
        _load.SetResult(null!);

        var error = await Assert.ThrowsAsync<EngineException>(async () => await _predictor.PredictAsync(new House(1)));

        Assert.Equal("The source of predictor 'house-price' loaded nothing.", error.Message);
    }

    [Fact]
    public async Task Metadata_is_the_header_s_until_the_model_is_loaded_and_always_has_the_registered_name()
    {
        Assert.Equal(("house-price", "header"), (_predictor.Metadata.Name, _predictor.Metadata.Model.Name));
        Assert.Same(_predictor.Metadata, _predictor.Metadata);
        Assert.Equal(0, _source.Loads);

        _load.SetResult(new FakePredictor());
        await _predictor.PredictAsync(new House(1));

        Assert.Equal(("house-price", "fake-1b"), (_predictor.Metadata.Name, _predictor.Metadata.Model.Name));
    }

    [Fact]
    public async Task Services_of_the_engine_are_there_once_it_is_loaded()
    {
        Assert.Null(_predictor.GetService<FakePredictor>());

        var model = new FakePredictor();
        _load.SetResult(model);
        await _predictor.PredictAsync(new House(1));

        Assert.Same(model, _predictor.GetService<FakePredictor>());
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Disposal_ends_a_load_and_those_who_wait_for_it()
    {
        FakeLogCollector logs = Logs;
        Task<Prediction<double>> waiting = _predictor.PredictAsync(new House(1)).AsTask();

        await _provider.DisposeAsync().AsTask().WaitAsync(TestContext.Current.CancellationToken);

        // Those who wait cancelled nothing, and nothing went wrong.
        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.Equal("house-price", error.ObjectName);
        Assert.StartsWith(
            "Predictor 'house-price' has been disposed with its container.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(logs.GetSnapshot(), l => l.Level >= LogLevel.Warning);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task A_load_that_fails_while_it_is_disposed_of_says_why()
    {
        FakeLogCollector logs = Logs;
        var loading = new TaskCompletionSource<IPredictor<House, double>>();
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddProvider(new FakeLoggerProvider(logs)));
        services.AddInference().AddPredictor<House, double>(
            "stubborn",
            _ => new FakeSource<IPredictor<House, double>>(_ => new ValueTask<IPredictor<House, double>>(loading.Task)));
        ServiceProvider provider = services.BuildServiceProvider();
        Task<Prediction<double>> waiting =
            provider.GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(1)).AsTask();

        Task disposal = provider.DisposeAsync().AsTask();
        loading.SetException(new ModelLoadException(ModelLoadError.Corrupt, "m.bin", "Cut off."));
        await disposal.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Cut off.", (await Assert.ThrowsAsync<ModelLoadException>(() => waiting)).Message);
        Assert.Equal("PredictorLoadFailed", Assert.Single(logs.GetSnapshot()).Id.Name);
    }

    [Fact]
    public async Task Disposal_ends_a_model_whose_load_could_not_be_given_up()
    {
        var loading = new TaskCompletionSource<IPredictor<House, double>>();
        var model = new FakePredictor();
        var services = new ServiceCollection();
        services.AddInference().AddPredictor<House, double>(
            "stubborn",
            _ => new FakeSource<IPredictor<House, double>>(_ => new ValueTask<IPredictor<House, double>>(loading.Task)));
        ServiceProvider provider = services.BuildServiceProvider();
        Task<Prediction<double>> waiting =
            provider.GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(1)).AsTask();

        Task disposal = provider.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        loading.SetResult(model);
        await disposal;

        Assert.Equal(1, model.Disposals);
        Assert.True(((Task)waiting).IsCompleted || await Task.WhenAny(waiting) == waiting);
    }

    [Fact]
    public async Task A_model_does_not_keep_the_async_locals_of_the_request_that_loaded_it()
    {
        var request = new AsyncLocal<string?>();
        string? seen = "not run";
        var resumed = new TaskCompletionSource();
        var services = new ServiceCollection();
        services.AddInference().AddPredictor<House, double>(
            "house-price",
            _ => new FakeSource<IPredictor<House, double>>(async _ =>
            {
                await resumed.Task;
                seen = request.Value;
                return new FakePredictor();
            }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        request.Value = "secret of the first request";

        Task waiting = provider.GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(1)).AsTask();
        resumed.SetResult();
        await waiting;

        Assert.Null(seen);
    }

    [Fact]
    public async Task A_stream_and_a_batch_load_too()
    {
        var services = new ServiceCollection();
        services.AddInference().AddChat("assistant").AddHouses("house-price");
        await using ServiceProvider provider = services.BuildServiceProvider();

        List<ChatResponseUpdate> updates = await provider.GetRequiredService<IChatClient>()
            .GetStreamingResponseAsync("Hi").ToListAsync();
        List<Prediction<double>> batch = await provider.GetRequiredService<IPredictor<House, double>>()
            .PredictBatchAsync(Sequences.Houses(1, 2, 3)).ToListAsync();

        Assert.Equal("Hello world", string.Concat(updates.Select(u => u.Text)));
        Assert.Equal([1, 2, 3], batch.Select(p => p.Value));
    }

    [Fact]
    public async Task A_stream_that_is_not_enumerated_loads_nothing()
    {
        var source = new FakeSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>(
            new FakeChatPredictor());
        var services = new ServiceCollection();
        services.AddInference()
            .AddStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>("assistant", _ => source);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var predictor = provider
            .GetRequiredService<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>();

        IAsyncEnumerable<ChatResponseUpdate> stream = predictor.PredictStreamingAsync(new ChatRequest("Hi"));

        Assert.Equal(0, source.Loads);
        await stream.ToListAsync();
        Assert.Equal(1, source.Loads);
    }

    [Fact]
    public async Task A_load_is_logged_with_its_time()
    {
        _load.SetResult(new FakePredictor());
        await _predictor.PredictAsync(new House(1));

        FakeLogRecord record = Logs.LatestRecord;
        Assert.Equal((1001, "PredictorLoaded", LogLevel.Information), (record.Id.Id, record.Id.Name, record.Level));
        Assert.StartsWith("Predictor 'house-price' is loaded; it took ", record.Message, StringComparison.Ordinal);
    }
}
