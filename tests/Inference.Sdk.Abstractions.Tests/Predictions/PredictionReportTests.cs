using Microsoft.Extensions.AI;

namespace Inference.Sdk.Abstractions.Tests.Predictions;

public sealed class PredictionReportTests
{
    private static readonly PredictionReport Report = EchoPredictor.Report;

    [Fact]
    public void It_is_read_from_a_response_and_from_an_update()
    {
        AdditionalPropertiesDictionary carried = new() { [PredictionReport.PropertyName] = Report };

        Assert.True(PredictionReport.TryGet(new ChatResponse { AdditionalProperties = carried }, out var whole));
        Assert.True(PredictionReport.TryGet(new ChatResponseUpdate { AdditionalProperties = carried }, out var update));
        Assert.True(PredictionReport.TryGet(new Piece(Report), out var own));
        Assert.All(new[] { whole, update, own }, r => Assert.Same(Report, r));
    }

    [Fact]
    public void Where_there_is_none_there_is_none()
    {
        AdditionalPropertiesDictionary other = new() { [PredictionReport.PropertyName] = "not a report" };

        Assert.False(PredictionReport.TryGet(new ChatResponse(), out var none));
        Assert.Null(none);
        Assert.False(PredictionReport.TryGet(new ChatResponseUpdate { AdditionalProperties = [] }, out _));
        Assert.False(PredictionReport.TryGet(new ChatResponseUpdate { AdditionalProperties = other }, out _));
        Assert.False(PredictionReport.TryGet(new Piece(null), out _));
        Assert.False(PredictionReport.TryGet("text", out _));
        Assert.False(PredictionReport.TryGet<ChatResponse?>(null, out _));
    }

    [Fact]
    public void A_prediction_shows_its_report()
    {
        PredictionReport report = Report with
        {
            Usage = new PredictionUsage { Rows = 2 },
            Timings = new PredictionTimings { Total = TimeSpan.FromSeconds(1) },
            Energy = new EnergyEstimate(1, 2, 3, EnergyProvenance.Modeled, "model"),
            Cache = CacheStatus.Hit,
        };

        var prediction = new Prediction<double>(4, report);

        Assert.Equal(
            (4d, report.Id, report.Model, report.Usage, report.Timings, report.Energy, CacheStatus.Hit),
            (prediction.Value, prediction.Id, prediction.Model, prediction.Usage, prediction.Timings, prediction.Energy,
                prediction.Cache));
    }

    private sealed record Piece(PredictionReport? Report) : IPredictionUpdate;
}
