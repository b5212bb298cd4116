using Inference.Sdk.Tests.Fakes;
using Inference.Sdk.Tests.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Inference.Sdk.Tests.Energy;

public sealed class EnergyTests
{
    private static readonly EnergyEstimate TwoSeconds = new(
        3, 10, 24, EnergyProvenance.Modeled, "processor time × 1.5–5–12 W per busy core (model, no sensor)");

    [Fact]
    public async Task A_report_without_energy_is_given_the_model_s()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(2)));

        Prediction<double> prediction = await fixture.Houses.PredictAsync(new House(1));

        Assert.Equal(TwoSeconds, prediction.Energy);
        Assert.Equal(TwoSeconds, fixture.Observer.Single<PredictionCompleted>().Report.Energy);
    }

    [Fact]
    public async Task A_prediction_that_ends_later_is_given_it_too()
    {
        await using TelemetryFixture fixture = new();
        var gate = new TaskCompletionSource();
        fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = async (_, o, _) =>
            {
                await gate.Task;
                return new Prediction<double>(1, Reports.Of(o, TimeSpan.FromSeconds(2)));
            },
        });

        Task<Prediction<double>> running = fixture.Houses.PredictAsync(new House(1)).AsTask();
        gate.SetResult();

        Assert.Equal(TwoSeconds, (await running).Energy);
    }

    [Fact]
    public async Task An_engine_s_own_figure_stays()
    {
        var measured = new EnergyEstimate(1, 1, 1, EnergyProvenance.Measured, "a sensor");
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, o, _) => new(new Prediction<double>(
                1, Reports.Of(o, TimeSpan.FromSeconds(2)) with { Energy = measured })),
        });

        Assert.Same(measured, (await fixture.Houses.PredictAsync(new House(1))).Energy);
    }

    [Fact]
    public async Task Without_processor_time_there_is_no_figure()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("house-price");

        Assert.Null((await fixture.Houses.PredictAsync(new House(1))).Energy);
    }

    [Theory]
    [InlineData("cuda:0")]
    [InlineData("cuda:0,cpu")]
    [InlineData("unknown")]
    public async Task What_does_not_run_on_the_processor_alone_has_no_figure_that_passes_for_the_whole(string device)
    {
        await using TelemetryFixture fixture = new();
        PredictorMetadata metadata = new FakeChatPredictor().Metadata with { Device = device };
        fixture.Inference.AddChat("assistant", new FakeChatPredictor { Metadata = metadata });

        Prediction<ChatResponse> whole = await fixture.Chat.PredictAsync(new ChatRequest("Hi"));
        List<ChatResponseUpdate> updates = await fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync();

        Assert.Equal(TimeSpan.FromSeconds(2), whole.Usage.ProcessorTime);
        Assert.Null(whole.Energy);
        Assert.True(PredictionReport.TryGet(updates[^1], out PredictionReport? streamed));
        Assert.Null(streamed.Energy);
        Assert.All(fixture.Observer.Events.OfType<PredictionCompleted>(), c => Assert.Null(c.Report.Energy));
    }

    [Fact]
    public async Task A_host_s_own_estimator_is_told_where_it_ran()
    {
        await using TelemetryFixture fixture = new();
        var estimator = new DeviceEstimator();
        fixture.Services.AddSingleton<IEnergyEstimator>(estimator);
        PredictorMetadata metadata = new FakePredictor().Metadata with { Device = "cuda:0" };
        fixture.Inference.AddHouses("house-price", new FakePredictor { Metadata = metadata });

        Prediction<double> prediction = await fixture.Houses.PredictAsync(new House(1));

        Assert.Equal("cuda:0", prediction.Energy?.Source);
        Assert.Equal("house-price", estimator.Predictor);
    }

    [Fact]
    public async Task It_is_off_where_the_options_say_so()
    {
        await using TelemetryFixture fixture = new(o => o.Energy = false);
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(2)));

        Assert.Null((await fixture.Houses.PredictAsync(new House(1))).Energy);
        Assert.Null(fixture.Observer.Single<PredictionCompleted>().Report.Energy);
    }

    [Fact]
    public async Task It_does_not_need_telemetry()
    {
        await using TelemetryFixture fixture = new(o => o.Telemetry = false);
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(2)));

        Assert.Equal(TwoSeconds, (await fixture.Houses.PredictAsync(new House(1))).Energy);
    }

    [Fact]
    public async Task The_watts_are_the_options()
    {
        await using TelemetryFixture fixture = new(o =>
        {
            o.CpuEnergyModel.LowWattsPerCore = 0;
            o.CpuEnergyModel.MidWattsPerCore = 0.5;
            o.CpuEnergyModel.HighWattsPerCore = 0.5;
        });
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(4)));

        EnergyEstimate? energy = (await fixture.Houses.PredictAsync(new House(1))).Energy;

        Assert.Equal(
            new EnergyEstimate(
                0, 2, 2, EnergyProvenance.Modeled, "processor time × 0–0.5–0.5 W per busy core (model, no sensor)"),
            energy);
    }

    [Fact]
    public async Task A_chat_response_and_the_last_update_carry_it()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddChat("assistant");
        IChatClient client = fixture.Provider.GetRequiredService<IChatClient>();

        ChatResponse response = await client.GetResponseAsync("Hi");
        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync("Hi").ToListAsync();

        Assert.True(PredictionReport.TryGet(response, out PredictionReport? whole));
        Assert.Equal(TwoSeconds, whole.Energy);
        Assert.True(PredictionReport.TryGet(updates[^1], out PredictionReport? streamed));
        Assert.Equal(TwoSeconds, streamed.Energy);
        Assert.All(updates.SkipLast(1), u => Assert.False(PredictionReport.TryGet(u, out _)));
        Assert.Equal([TwoSeconds, TwoSeconds],
            fixture.Observer.Events.OfType<PredictionCompleted>().Select(c => c.Report.Energy));
    }

    [Fact]
    public async Task Batches_are_given_it()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(2)));

        List<Prediction<double>> batch = await fixture.Houses.PredictBatchAsync(Sequences.Houses(1, 2)).ToListAsync();

        Assert.Equal([TwoSeconds, TwoSeconds], batch.Select(p => p.Energy));
    }

    [Fact]
    public async Task Updates_that_cannot_be_changed_are_left_and_observers_have_the_figure()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddStreamingPredictor<House, double, Piece>(
            "pieces", _ => new FakeSource<IStreamingPredictor<House, double, Piece>>(new Pieces()));
        var predictor = fixture.Provider.GetRequiredService<IStreamingPredictor<House, double, Piece>>();

        List<Piece> pieces = await predictor.PredictStreamingAsync(new House(1)).ToListAsync();

        Assert.Null(pieces[^1].Report?.Energy);
        Assert.Equal(TwoSeconds, fixture.Observer.Single<PredictionCompleted>().Report.Energy);
    }

    [Fact]
    public async Task A_host_s_own_estimator_replaces_the_model()
    {
        var sensor = new EnergyEstimate(7, 7, 7, EnergyProvenance.Measured, "a sensor");
        await using TelemetryFixture fixture = new();
        fixture.Services.AddSingleton<IEnergyEstimator>(new Estimator(_ => sensor));
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(2)));

        Assert.Same(sensor, (await fixture.Houses.PredictAsync(new House(1))).Energy);
    }

    [Fact]
    public async Task An_estimator_that_throws_is_logged_once_and_breaks_nothing()
    {
        await using TelemetryFixture fixture = new();
        fixture.Services.AddLogging(l => l.AddFakeLogging());
        fixture.Services.AddSingleton<IEnergyEstimator>(new Estimator(_ => throw new IOException("no sensor")));
        fixture.Inference.AddHouses("house-price", Taking(TimeSpan.FromSeconds(2)));

        Assert.Null((await fixture.Houses.PredictAsync(new House(1))).Energy);
        Assert.Null((await fixture.Houses.PredictAsync(new House(1))).Energy);

        FakeLogRecord record = Assert.Single(
            fixture.Provider.GetRequiredService<FakeLogCollector>().GetSnapshot(), r => r.Level == LogLevel.Error);
        Assert.Equal((1004, "EnergyEstimatorFailed"), (record.Id.Id, record.Id.Name));
    }

    private static FakePredictor Taking(TimeSpan processorTime) => new()
    {
        OnPredict = (house, o, _) => new(new Prediction<double>(house.Area, Reports.Of(o, processorTime))),
    };

    private sealed class Estimator(Func<PredictionReport, EnergyEstimate?> estimate) : IEnergyEstimator
    {
        public EnergyEstimate? Estimate(PredictionReport report) => estimate(report);
    }

    private sealed class DeviceEstimator : IEnergyEstimator
    {
        public string? Predictor { get; private set; }

        public EnergyEstimate? Estimate(PredictionReport report) => null;

        public EnergyEstimate? Estimate(PredictionReport report, PredictorMetadata predictor)
        {
            Predictor = predictor.Name;
            return new EnergyEstimate(1, 1, 1, EnergyProvenance.Measured, predictor.Device);
        }
    }

    private sealed record Piece(PredictionReport? Report) : IPredictionUpdate;

    private sealed class Pieces() : DelegatingPredictor<House, double>(new FakePredictor()), IStreamingPredictor<House, double, Piece>
    {
        public IAsyncEnumerable<Piece> PredictStreamingAsync(
            House input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            new[] { new Piece(null), new Piece(Reports.Of(options, TimeSpan.FromSeconds(2))) }.ToAsyncEnumerable();
    }
}
