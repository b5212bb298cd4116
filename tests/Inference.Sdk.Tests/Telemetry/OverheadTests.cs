using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tests.Telemetry;

[Collection(nameof(ProcessWide))]
public sealed class OverheadTests
{
    private const int Predictions = 1000;
    private const int ReportBytes = 144;
    private const int BudgetBytes = 200;

    [Fact]
    public async Task A_prediction_that_nobody_listens_to_costs_its_report_and_nothing_more()
    {
        var services = new ServiceCollection();
        services.AddInference().AddHouses("house-price");
        await using ServiceProvider provider = services.BuildServiceProvider();
        var predictor = provider.GetRequiredService<IPredictor<House, double>>();
        var house = new House(1);
        var options = new PredictionOptions { PredictionId = Guid.NewGuid() };
        await predictor.PredictAsync(house, options);
        Measure(predictor, house, options);

        double bytes = Measure(predictor, house, options) / (double)Predictions;

        Assert.InRange(bytes, 0, BudgetBytes);

        // Not the budget but what it really is: one report. A change that allocates shows here first.
        Assert.InRange(bytes, ReportBytes - 16, ReportBytes + 16);
    }

    private static long Measure(IPredictor<House, double> predictor, House house, PredictionOptions options)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Predictions; i++)
        {
            ValueTask<Prediction<double>> prediction = predictor.PredictAsync(house, options);
            Assert.True(prediction.IsCompletedSuccessfully);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
