using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Inference.Sdk.Tests.Telemetry;

public sealed class MetricsTests : IAsyncDisposable
{
    private readonly TelemetryFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_tabular_prediction_has_duration_queue_rows_and_energy()
    {
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = async (_, options, _) =>
            {
                await _fixture.Take(0.5);
                return new Prediction<double>(1, Reports.Of(options) with
                {
                    Usage = new PredictionUsage { Rows = 3, ProcessorTime = TimeSpan.FromSeconds(2) },
                    Timings = new PredictionTimings { Queue = TimeSpan.FromMilliseconds(125) },
                });
            },
        });
        using var duration = _fixture.Collect("inference.prediction.duration");
        using var queue = _fixture.Collect("inference.prediction.queue.duration");
        using var rows = _fixture.Count("inference.prediction.rows");
        using var energy = _fixture.Collect("inference.prediction.energy");
        using var generative = _fixture.Collect("gen_ai.client.operation.duration");

        await _fixture.Houses.PredictAsync(new House(1));

        Dictionary<string, object?> tags = new()
        {
            ["inference.predictor"] = "house-price",
            ["inference.kind"] = "tabular",
        };
        AssertMeasured(duration, "s", 0.5, tags);
        AssertMeasured(queue, "s", 0.125, tags);
        AssertMeasured(rows, "{row}", 3, tags);
        tags["inference.energy.provenance"] = "modeled";
        AssertMeasured(energy, "J", 10, tags);
        Assert.Empty(generative.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_chat_prediction_has_the_generative_conventions_names_too()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor { Before = (_, _) => _fixture.Take(2) });
        using var duration = _fixture.Collect("gen_ai.client.operation.duration");
        using var firstToken = _fixture.Collect("gen_ai.server.time_to_first_token");
        using var outputToken = _fixture.Collect("gen_ai.server.time_per_output_token");
        using var tokens = _fixture.Count("gen_ai.client.token.usage");
        using var own = _fixture.Collect("inference.prediction.duration");

        await _fixture.Chat.PredictAsync(new ChatRequest("Hi"));

        Dictionary<string, object?> tags = new()
        {
            ["gen_ai.operation.name"] = "chat",
            ["gen_ai.provider.name"] = "inference.sdk",
            ["gen_ai.request.model"] = "assistant",
            ["gen_ai.response.model"] = "fake-1b",
        };
        AssertMeasured(duration, "s", 2, tags);
        AssertMeasured(firstToken, "s", 0.5, tags);
        AssertMeasured(outputToken, "s", 0.5, tags);
        Assert.Equal(
            [("input", 7), ("output", 3)],
            tokens.GetMeasurementSnapshot().Select(m => ((string?)m.Tags["gen_ai.token.type"], m.Value)));
        Assert.Equal("{token}", tokens.Instrument!.Unit);
        Assert.Equal("language_model", Assert.Single(own.GetMeasurementSnapshot()).Tags["inference.kind"]);
    }

    [Fact]
    public async Task A_failure_is_measured_with_its_type_and_without_its_message()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor
        {
            Before = async (_, _) =>
            {
                await _fixture.Take(1);
                throw new ContextOverflowException(9, 4);
            },
        });
        using var own = _fixture.Collect("inference.prediction.duration");
        using var generative = _fixture.Collect("gen_ai.client.operation.duration");

        await Assert.ThrowsAsync<ContextOverflowException>(
            async () => await _fixture.Chat.PredictAsync(new ChatRequest("Hi")));

        Assert.Equal(1, AssertFailure(own).Value);
        Assert.Equal("assistant", AssertFailure(generative).Tags["gen_ai.request.model"]);

        static CollectedMeasurement<double> AssertFailure(MetricCollector<double> collector)
        {
            CollectedMeasurement<double> measurement = Assert.Single(collector.GetMeasurementSnapshot());
            Assert.Equal("Inference.Sdk.ContextOverflowException", measurement.Tags["error.type"]);
            return measurement;
        }
    }

    [Fact]
    public async Task A_model_that_cannot_be_described_or_loaded_is_measured_too()
    {
        static ModelLoadException Missing() => new(ModelLoadError.NotFound, "m", "There is no file 'm'.");
        _fixture.Inference.AddPredictor<House, double>(
            "missing",
            _ => new FakeSource<IPredictor<House, double>>(_ => throw Missing()) { OnDescribe = () => throw Missing() });
        using var own = _fixture.Collect("inference.prediction.duration");

        await Assert.ThrowsAsync<ModelLoadException>(async () => await _fixture.Houses.PredictAsync(new House(1)));

        CollectedMeasurement<double> measurement = Assert.Single(own.GetMeasurementSnapshot());
        Assert.Equal("unknown", measurement.Tags["inference.kind"]);
        Assert.Equal("Inference.Sdk.ModelLoadException", measurement.Tags["error.type"]);
    }

    [Fact]
    public async Task The_consumer_s_time_is_not_the_stream_s()
    {
        _fixture.Inference.AddChat("assistant", new FakeChatPredictor { Before = (_, _) => _fixture.Take(1) });
        using var duration = _fixture.Collect("gen_ai.client.operation.duration");
        using var firstChunk = _fixture.Collect("gen_ai.client.operation.time_to_first_chunk");

        await foreach (ChatResponseUpdate update in _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            _fixture.Time.Advance(TimeSpan.FromSeconds(100));
        }

        Assert.Equal(3, Assert.Single(duration.GetMeasurementSnapshot()).Value);
        Assert.Equal(1, Assert.Single(firstChunk.GetMeasurementSnapshot()).Value);
        Assert.Equal(TimeSpan.FromSeconds(3), _fixture.Observer.Single<PredictionCompleted>().Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(1), _fixture.Observer.Single<PredictionFirstUpdate>().Elapsed);
    }

    [Fact]
    public async Task A_batch_measures_each_prediction_by_its_own_report()
    {
        _fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (house, options, _) => new(new Prediction<double>(1, Reports.Of(options) with
            {
                Usage = new PredictionUsage { Rows = 1 },
                Timings = new PredictionTimings { Total = TimeSpan.FromSeconds(house.Area) },
            })),
        });
        using var duration = _fixture.Collect("inference.prediction.duration");
        using var rows = _fixture.Count("inference.prediction.rows");

        await _fixture.Houses.PredictBatchAsync(Sequences.Houses(1, 2, 3)).ToListAsync();

        Assert.Equal([1, 2, 3], duration.GetMeasurementSnapshot().Select(m => m.Value));
        Assert.Equal(3, rows.GetMeasurementSnapshot().Sum(m => m.Value));
    }

    [Fact]
    public async Task Histograms_advise_buckets_in_rising_order()
    {
        _fixture.Inference.AddHouses("house-price");
        using var duration = _fixture.Collect("inference.prediction.duration");
        using var firstToken = _fixture.Collect("gen_ai.server.time_to_first_token");
        using var firstChunk = _fixture.Collect("gen_ai.client.operation.time_to_first_chunk");
        using var tokens = _fixture.Count("gen_ai.client.token.usage");

        await _fixture.Houses.PredictAsync(new House(1));

        AssertRising(((System.Diagnostics.Metrics.Histogram<double>)duration.Instrument!).Advice!.HistogramBucketBoundaries!);
        Assert.Equal(
            [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
            ((System.Diagnostics.Metrics.Histogram<long>)tokens.Instrument!).Advice!.HistogramBucketBoundaries!);
        Assert.Equal(
            [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0],
            ((System.Diagnostics.Metrics.Histogram<double>)firstToken.Instrument!).Advice!.HistogramBucketBoundaries!);
        Assert.Equal(
            [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
            ((System.Diagnostics.Metrics.Histogram<double>)firstChunk.Instrument!).Advice!.HistogramBucketBoundaries!);

        static void AssertRising(IReadOnlyList<double> bounds) =>
            Assert.All(bounds.Zip(bounds.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    private static void AssertMeasured<T>(
        MetricCollector<T> collector, string unit, T value, Dictionary<string, object?> tags)
        where T : struct
    {
        CollectedMeasurement<T> measurement = Assert.Single(collector.GetMeasurementSnapshot());
        Assert.Equal(unit, collector.Instrument!.Unit);
        Assert.Equal(value, measurement.Value);
        Assert.Equal(tags, measurement.Tags);
    }
}
