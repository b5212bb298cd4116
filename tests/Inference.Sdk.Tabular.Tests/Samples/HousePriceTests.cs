using System.Globalization;

namespace Inference.Sdk.Tabular.Tests.Samples;

/// <summary>The sample model of the repository answers as the library that trained it did.</summary>
public sealed class HousePriceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "models");

    [Fact]
    public async Task The_house_price_model_answers_as_its_reference_does()
    {
        TabularModel model = await TabularModel.LoadAsync(
            Path.Combine(Folder, "house-price.xgb.json"), cancellationToken: TestContext.Current.CancellationToken);
        await using var predictor = new TabularPredictor(model);
        string[] lines = await File.ReadAllLinesAsync(
            Path.Combine(Folder, "house-price.reference.csv"), TestContext.Current.CancellationToken);
        string[] names = lines[0].Split(',');
        Assert.Equal(model.Schema.Features.Select(f => f.Name).Append("expected"), names);
        Assert.True(lines.Length > 100);
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            var row = new FeatureRowBuilder(model.Schema);
            for (int i = 0; i < names.Length - 1; i++)
            {
                if (cells[i].Length > 0)
                {
                    row.Set(names[i], double.Parse(cells[i], CultureInfo.InvariantCulture));
                }
            }

            Prediction<float> prediction = await predictor.PredictAsync(
                row.Build(), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(float.Parse(cells[^1], CultureInfo.InvariantCulture), prediction.Value);
        }
    }

    [Fact]
    public async Task The_house_price_model_describes_itself()
    {
        TabularModel model = await TabularModel.LoadAsync(
            Path.Combine(Folder, "house-price.xgb.json"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("house-price", "1.0.0"), (model.Identity.Name, model.Identity.Version));
        Assert.Equal(("price", "USD", 0), (model.Output.Name, model.Output.Unit, model.Output.Digits));
        Assert.Equal(
            ["coast", "city", "suburb", "village", "mountain"],
            model.Schema.Features[model.Schema.IndexOf("location")].Categories);
    }
}
