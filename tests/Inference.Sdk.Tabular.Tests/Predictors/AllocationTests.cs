using Inference.Sdk.Testing;
namespace Inference.Sdk.Tabular.Tests.Predictors;

public sealed class AllocationTests
{
    private const int Repeats = 1000;

    [Theory]
    [InlineData(3)]
    [InlineData(5000)]
    public async Task The_fast_path_allocates_nothing(int features)
    {
        string[] names = [.. Enumerable.Range(0, features).Select(i => $"x{i}")];
        string lightGbm = new LightGbmText(names) { Objective = "binary sigmoid:1" }
            .Stump(features - 1, "0.5", 8, -1, 1).Categories(0, [3], 1, 2).ToString();
        string xgboost = new XGBoostText(features) { Objective = "binary:logistic", BaseScore = "0.5" }
            .Stump(features - 1, 0.5f, true, -1, 1).ToString();
        foreach (string text in (string[])[lightGbm, xgboost])
        {
            await using TabularPredictor predictor = await Models.PredictorAsync(text);
            AssertAllocatesNothing(predictor, features);
        }
    }

    [Fact]
    public async Task The_fast_path_of_a_linear_model_allocates_nothing()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        AssertAllocatesNothing(predictor, Houses.Model.Schema.Count);
    }

    [Fact]
    public async Task A_typed_input_allocates_nothing_of_its_own()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        var house = new House(1, 2, 3, " coast ", true, 4);
        Assert.Equal(0, Allocations.Least(Repeats, () => predictor.Predict(house)));
    }

    [Fact]
    public async Task A_wide_typed_input_allocates_nothing_once_its_buffer_is_pooled()
    {
        TabularModel model = await Models.LoadAsync(new XGBoostText(2000).Stump(1999, 0.5f, true, -1, 1).ToString());
        await using var predictor = new TabularPredictor<House>(
            model, new FeatureMap<House>().Map("f1999", h => h.Sqft).Map("f3", h => h.Floors));
        var house = new House(1, 2, 3, null);
        Assert.Equal(1, predictor.Predict(house));
        Assert.Equal(0, Allocations.Least(Repeats, () => predictor.Predict(house)));
    }

    private static void AssertAllocatesNothing(TabularPredictor predictor, int features)
    {
        float[] singles = new float[features];
        double[] doubles = new double[features];
        float[] rows = new float[features * 4];
        float[] output = new float[4];
        Assert.Equal(0, Allocations.Least(Repeats, () => Use(predictor, singles, doubles, rows, output)));
    }

    private static void Use(TabularPredictor predictor, float[] singles, double[] doubles, float[] rows, float[] output)
    {
        predictor.Predict(singles);
        predictor.Predict(doubles);
        predictor.PredictRaw(singles);
        predictor.PredictRaw(doubles);
        predictor.PredictBatch(rows, output);
    }
}
