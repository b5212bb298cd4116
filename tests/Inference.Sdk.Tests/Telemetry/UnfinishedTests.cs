using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Inference.Sdk.Tests.Telemetry;

/// <summary>What is told of the consumption of predictions that do not end well.</summary>
public sealed class UnfinishedTests : IAsyncDisposable
{
    private static readonly PredictionUsage Spent =
        new() { InputTokens = 7, OutputTokens = 2, ProcessorTime = TimeSpan.FromSeconds(2) };

    private readonly TelemetryFixture _fixture = new();
    private readonly List<PredictionReport> _told = [];

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_failure_is_measured_with_the_tokens_and_the_energy_that_it_consumed()
    {
        AddUnfinished();
        using var energy = _fixture.Collect("inference.prediction.energy");
        using var tokens = _fixture.Count("gen_ai.client.token.usage");
        var options = new PredictionOptions { Unfinished = new Sink(_told.Add) };

        await Assert.ThrowsAsync<EngineException>(
            async () => await _fixture.Chat.PredictAsync(new ChatRequest("Hi"), options));

        CollectedMeasurement<double> joules = Assert.Single(energy.GetMeasurementSnapshot());
        Assert.Equal(10, joules.Value);
        Assert.Equal("Inference.Sdk.EngineException", joules.Tags["error.type"]);
        Assert.Equal(
            [("input", 7), ("output", 2)],
            tokens.GetMeasurementSnapshot().Select(m => ((string?)m.Tags["gen_ai.token.type"], m.Value)));
        Assert.All(
            tokens.GetMeasurementSnapshot(),
            m => Assert.Equal("Inference.Sdk.EngineException", m.Tags["error.type"]));
        PredictionReport report = _fixture.Observer.Single<PredictionFailed>().Report!;
        Assert.Equal(Spent, report.Usage);
        Assert.Equal(10, report.Energy!.MidJoules);

        // The caller's own is told too, with the energy.
        Assert.Same(report, Assert.Single(_told));
    }

    [Fact]
    public async Task A_stream_that_is_left_is_told_of_with_what_it_consumed()
    {
        AddUnfinished();

        await foreach (ChatResponseUpdate update in _fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            Assert.NotEmpty(update.Text);
            break;
        }

        var failed = _fixture.Observer.Single<PredictionFailed>();
        Assert.IsType<OperationCanceledException>(failed.Error);
        Assert.Equal(Spent, failed.Report!.Usage);
    }

    [Fact]
    public async Task A_prediction_that_ends_well_is_told_of_once()
    {
        _fixture.Inference.AddChat("assistant");
        var options = new PredictionOptions { Unfinished = new Sink(_told.Add) };

        await _fixture.Chat.PredictAsync(new ChatRequest("Hi"), options);

        Assert.Equal(["Started", "Completed"], _fixture.Observer.Kinds);
        Assert.Empty(_told);
    }

    private void AddUnfinished() => _fixture.Inference.AddStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(
        "assistant",
        _ => new FakeSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>(
            new UnfinishedChatPredictor(Spent)));

    private sealed class Sink(Action<PredictionReport> report) : IProgress<PredictionReport>
    {
        public void Report(PredictionReport value) => report(value);
    }
}
