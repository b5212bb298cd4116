namespace Inference.Sdk.Tabular.Tests.Rows;

public sealed class FeatureRowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_by_name_is_predicted_from()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        FeatureRow row = FeatureRowBuilder.Build(Houses.Model.Schema, new Dictionary<string, object?>
        {
            ["location"] = "coast",
            ["sqft"] = 10,
            ["beds"] = 3,
        });
        Prediction<float> prediction = await predictor.PredictAsync(row, cancellationToken: Token);
        Assert.Equal(1000 + 3000 + 20 + 5, prediction.Value);
    }

    [Theory]
    [InlineData(0, double.NaN, "sqft", "is missing")]
    [InlineData(0, double.PositiveInfinity, "sqft", "is infinite")]
    [InlineData(0, double.NegativeInfinity, "sqft", "is infinite")]
    [InlineData(1, 1.5, "beds", "is a whole number")]
    [InlineData(2, double.NegativeInfinity, "baths", "is infinite")]
    [InlineData(3, 2, "location", "Give one of: coast, city")]
    [InlineData(3, -1, "location", "Give one of: coast, city")]
    [InlineData(3, 0.5, "location", "Give one of: coast, city")]
    public async Task A_row_of_raw_numbers_is_checked(int index, double value, string feature, string message)
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        double[] values = [10, 3, 2, 0, 1];
        await predictor.PredictAsync(Houses.Row(values), cancellationToken: Token);

        values[index] = value;
        InvalidRequestException error = await Assert.ThrowsAsync<InvalidRequestException>(
            async () => await predictor.PredictAsync(Houses.Row(values), cancellationToken: Token));
        Assert.Equal(feature, error.Parameter);
        Assert.Null(error.Row);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optional_values_can_be_missing()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        FeatureRow row = Houses.Row(10, 3, double.NaN, double.NaN, double.NaN);
        Assert.Equal(1000 + 3000 + 20 + 7, (await predictor.PredictAsync(row, cancellationToken: Token)).Value);
    }

    [Fact]
    public async Task A_row_of_an_equal_schema_fits()
    {
        var schema = new FeatureSchema(Houses.Model.Schema.Features);
        await using var predictor = new TabularPredictor(Houses.Model);
        Prediction<float> prediction = await predictor.PredictAsync(
            new FeatureRow(schema, [10, 3, 2, 0, 1]), cancellationToken: Token);
        Assert.Equal(4026, prediction.Value);
    }

    [Fact]
    public async Task A_row_of_another_schema_is_refused()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        FeatureDescriptor[] features = [.. Houses.Model.Schema.Features];
        var shorter = new FeatureSchema(features[..4]);
        InvalidRequestException error = await Assert.ThrowsAsync<InvalidRequestException>(
            async () => await predictor.PredictAsync(new FeatureRow(shorter, [10, 3, 2, 0]), cancellationToken: Token));
        Assert.Contains("made for 4 features and the model has 5", error.Message, StringComparison.Ordinal);

        foreach (FeatureDescriptor other in (FeatureDescriptor[])
            [
                features[3] with { Name = "place" },
                features[3] with { Categories = ["city", "coast"] },
                features[3] with { Type = FeatureType.Number, Categories = [] },
            ])
        {
            var schema = new FeatureSchema([.. features[..3], other, features[4]]);
            error = await Assert.ThrowsAsync<InvalidRequestException>(
                async () => await predictor.PredictAsync(new FeatureRow(schema, [10, 3, 2, 0, 1]), cancellationToken: Token));
            Assert.Contains("made for another schema: its feature 3", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Spans_of_another_length_are_refused()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        Assert.Throws<InvalidRequestException>(() => predictor.Predict(new float[4]));
        Assert.Throws<InvalidRequestException>(() => predictor.Predict(new double[6]));
        Assert.Throws<InvalidRequestException>(() => predictor.PredictRaw(new float[4]));
        Assert.Throws<InvalidRequestException>(() => predictor.PredictRaw(new double[6]));
        Assert.Throws<InvalidRequestException>(() => predictor.PredictBatch(new float[9], new float[2]));
        Assert.Throws<InvalidRequestException>(() => predictor.PredictBatch(new double[11], new double[2]));
    }
}
