using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Inference.Sdk.Tests.Telemetry;

public sealed class ObserverTests : IAsyncDisposable
{
    private readonly TelemetryFixture _fixture = new();

    private RecordingObserver Observer => _fixture.Observer;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_prediction_is_told_of_from_start_to_end_under_one_id()
    {
        _fixture.Inference.AddHouses("house-price");

        Prediction<double> prediction = await _fixture.Houses.PredictAsync(new House(1));

        Assert.Equal(["Started", "Completed"], Observer.Kinds);
        Assert.Equal(new PredictionStarted(prediction.Id, "house-price", false), Observer.Single<PredictionStarted>());
        Assert.Equal(prediction.Id, Observer.Single<PredictionCompleted>().Id);
        Assert.Same(prediction.Report, Observer.Single<PredictionCompleted>().Report);
        Assert.Equal(7, prediction.Id.Version);
    }

    [Fact]
    public async Task The_caller_s_id_is_kept_and_its_options_are_not_changed()
    {
        var withId = new PredictionOptions { PredictionId = Guid.NewGuid() };
        var own = new EngineOptions { Temperature = 0.5 };
        PredictionOptions? seen = null;
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, o, _) =>
            {
                seen = o;
                return new(new Prediction<double>(1, Reports.Of(o)));
            },
        });

        Assert.Equal(withId.PredictionId, (await _fixture.Houses.PredictAsync(new House(1), withId)).Id);
        Assert.Same(withId, seen);

        Prediction<double> prediction = await _fixture.Houses.PredictAsync(new House(1), own);
        Assert.Null(own.PredictionId);
        Assert.Equal(0.5, Assert.IsType<EngineOptions>(seen).Temperature);
        Assert.Equal(prediction.Id, seen.PredictionId);
    }

    [Fact]
    public async Task A_stream_is_told_of_with_its_first_update()
    {
        _fixture.Inference.AddChat("assistant");

        await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync();

        Assert.Equal(["Started", "FirstUpdate", "Completed"], Observer.Kinds);
        Assert.True(Observer.Single<PredictionStarted>().Streaming);
        Assert.Equal(Observer.Single<PredictionStarted>().Id, Observer.Single<PredictionCompleted>().Report.Id);
    }

    [Fact]
    public async Task A_stream_that_is_left_has_failed_as_cancelled()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor { Before = (_, _) => _fixture.Take(1) });

        await foreach (ChatResponseUpdate update in _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            break;
        }

        Assert.Equal(["Started", "FirstUpdate", "Failed"], Observer.Kinds);
        PredictionFailed failed = Observer.Single<PredictionFailed>();
        Assert.Equal("The consumer left the stream before its end.", failed.Error.Message);
        Assert.IsType<OperationCanceledException>(failed.Error);
        Assert.Equal(TimeSpan.FromSeconds(1), failed.Elapsed);
    }

    [Fact]
    public async Task A_stream_that_fails_has_failed_once()
    {
        var error = new EngineException("Broken.");
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor
        {
            Before = (i, _) => i == 1 ? throw error : ValueTask.CompletedTask,
        });

        await Assert.ThrowsAsync<EngineException>(
            async () => await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync());

        Assert.Equal(["Started", "FirstUpdate", "Failed"], Observer.Kinds);
        Assert.Same(error, Observer.Single<PredictionFailed>().Error);
    }

    [Fact]
    public async Task A_stream_that_cannot_even_be_opened_has_failed()
    {
        _fixture.Inference.AddChat("assistant").Use((inner, _) => new Refusing(inner));

        await Assert.ThrowsAsync<InvalidRequestException>(
            async () => await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync());

        Assert.Equal(["Started", "Failed"], Observer.Kinds);
    }

    [Fact]
    public async Task A_stream_without_a_report_is_told_of_with_what_was_seen()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor { Before = (_, _) => _fixture.Take(1) })
            .Use((inner, _) => new Cut(inner));

        await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync();

        PredictionReport report = Observer.Single<PredictionCompleted>().Report;
        Assert.Equal(Observer.Single<PredictionStarted>().Id, report.Id);
        Assert.Equal("fake-1b", report.Model.Name);
        Assert.Equal(TimeSpan.FromSeconds(1), report.Timings.TimeToFirstToken);
        Assert.Equal(TimeSpan.FromSeconds(3), report.Timings.Total);
    }

    [Fact]
    public async Task A_prediction_that_is_cancelled_while_it_runs_has_failed()
    {
        var entered = new TaskCompletionSource();
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = async (_, _, token) =>
            {
                entered.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(token);
                throw new InvalidOperationException("Not reached.");
            },
        });
        using var cancellation = new CancellationTokenSource();

        Task running = _fixture.Houses.PredictAsync(new House(1), null, cancellation.Token).AsTask();
        await entered.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.IsAssignableFrom<OperationCanceledException>(Observer.Single<PredictionFailed>().Error);
    }

    [Fact]
    public async Task A_cancellation_after_the_end_changes_nothing()
    {
        _fixture.Inference.AddHouses("house-price");
        using var cancellation = new CancellationTokenSource();

        await _fixture.Houses.PredictAsync(new House(1), null, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(["Started", "Completed"], Observer.Kinds);
    }

    [Fact]
    public async Task Each_prediction_of_a_batch_is_told_of_and_the_one_that_fails_too()
    {
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (house, options, _) => house.Area > 2
                ? throw new InvalidRequestException("Too large.")
                : new(new Prediction<double>(house.Area, Reports.Of(options))),
        });
        var delivered = new List<Prediction<double>>();

        await Assert.ThrowsAsync<InvalidRequestException>(async () =>
        {
            await foreach (Prediction<double> p in _fixture.Houses.PredictBatchAsync(Sequences.Houses(1, 2, 3)))
            {
                delivered.Add(p);
            }
        });

        Assert.Equal(["Started", "Completed", "Started", "Completed", "Started", "Failed"], Observer.Kinds);
        Assert.Equal(delivered.Select(p => p.Id), Observer.Events.OfType<PredictionCompleted>().Select(c => c.Id));
    }

    [Fact]
    public async Task An_observer_that_throws_is_logged_once_and_breaks_nothing()
    {
        _fixture.Services.AddLogging(l => l.AddFakeLogging());
        _fixture.Services.AddSingleton<IInferenceObserver, Throwing>();
        var last = new RecordingObserver();
        _fixture.Services.AddSingleton<IInferenceObserver>(last);
        _fixture.Inference.AddHouses("house-price").AddChat("assistant");

        Assert.Equal(4, (await _fixture.Houses.PredictAsync(new House(4))).Value);
        Assert.Equal(3, (await _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync()).Count);

        FakeLogRecord record = Assert.Single(
            _fixture.Provider.GetRequiredService<FakeLogCollector>().GetSnapshot(), r => r.Level == LogLevel.Error);
        Assert.Equal((1003, "ObserverFailed"), (record.Id.Id, record.Id.Name));
        Assert.Equal(["Started", "Completed", "Started", "FirstUpdate", "Completed"], last.Kinds);
    }

    [Fact]
    public async Task Failures_are_told_even_when_an_observer_throws_at_them()
    {
        _fixture.Services.AddSingleton<IInferenceObserver, Throwing>();
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, _, _) => throw new EngineException("Broken."),
        });

        var error = await Assert.ThrowsAsync<EngineException>(
            async () => await _fixture.Houses.PredictAsync(new House(1)));

        Assert.Equal("Broken.", error.Message);
    }

    [Fact]
    public async Task An_observer_sees_what_a_middleware_answered_or_refused()
    {
        _fixture.Inference.AddHouses("house-price").Use((inner, _) => new RefusingHouses(inner));

        await Assert.ThrowsAsync<AdmissionRejectedException>(
            async () => await _fixture.Houses.PredictAsync(new House(1)));

        Assert.IsType<AdmissionRejectedException>(Observer.Single<PredictionFailed>().Error);
    }

    private sealed class EngineOptions : PredictionOptions
    {
        public double Temperature { get; set; }
    }

    private sealed class Throwing : IInferenceObserver
    {
        public void OnStarted(in PredictionStarted started) => throw new InvalidOperationException("started");

        public void OnFirstUpdate(in PredictionFirstUpdate update) => throw new InvalidOperationException("first");

        public void OnCompleted(in PredictionCompleted completed) => throw new InvalidOperationException("completed");

        public void OnFailed(in PredictionFailed failed) => throw new InvalidOperationException("failed");
    }

    private sealed class Refusing(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> inner)
        : DelegatingStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(inner)
    {
        public override IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
            ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidRequestException("No.");
    }

    private sealed class Cut(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> inner)
        : DelegatingStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(inner)
    {
        public override IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
            ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            base.PredictStreamingAsync(input, options, cancellationToken)
                .Select(u => new ChatResponseUpdate(u.Role, u.Text));
    }

    private sealed class RefusingHouses(IPredictor<House, double> inner) : DelegatingPredictor<House, double>(inner)
    {
        public override ValueTask<Prediction<double>> PredictAsync(
            House input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new AdmissionRejectedException("Full.");
    }
}
