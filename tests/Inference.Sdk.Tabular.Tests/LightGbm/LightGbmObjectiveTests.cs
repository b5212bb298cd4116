namespace Inference.Sdk.Tabular.Tests.LightGbm;

public sealed class LightGbmObjectiveTests
{
    private const double Raw = -1.75;

    public static TheoryData<string, double> Objectives => new()
    {
        { "", Raw },
        { "custom", Raw },
        { "regression", Raw },
        { "regression sqrt", -(Raw * Raw) },
        { "regression_l1", Raw },
        { "regression_l1 sqrt", -(Raw * Raw) },
        { "huber", Raw },
        { "huber sqrt", Raw },
        { "fair", Raw },
        { "quantile", Raw },
        { "mape", Raw },
        { "poisson", Math.Exp(Raw) },
        { "gamma", Math.Exp(Raw) },
        { "tweedie", Math.Exp(Raw) },
        { "binary sigmoid:1", 1 / (1 + Math.Exp(-Raw)) },
        { "binary sigmoid:2.5", 1 / (1 + Math.Exp(-2.5 * Raw)) },
        { "cross_entropy", 1 / (1 + Math.Exp(-Raw)) },
        { "cross_entropy_lambda", Math.Log(1 + Math.Exp(Raw)) },
        { "lambdarank", Raw },
        { "rank_xendcg", Raw },
    };

    [Theory]
    [MemberData(nameof(Objectives))]
    public async Task The_raw_score_is_transformed_as_the_objective_says(string objective, double expected)
    {
        string model = new LightGbmText("x") { Objective = objective }.Leaf(Raw).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(expected, predictor.Predict([0d]), 1e-15);
        Assert.Equal(Raw, predictor.PredictRaw([0d]));
        Assert.Equal(objective.Length == 0 ? "custom" : objective, predictor.Model.Objective);
    }

    [Theory]
    [InlineData(-50, 1.9287498479639178e-22)]
    [InlineData(800, double.PositiveInfinity)]
    public async Task The_softplus_of_cross_entropy_lambda_keeps_its_digits(double raw, double expected)
    {
        string model = new LightGbmText("x") { Objective = "cross_entropy_lambda" }.Leaf(raw).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(expected, predictor.Predict([0d]), 1e-36);
    }

    [Fact]
    public async Task A_positive_score_of_sqrt_is_squared()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new LightGbmText("x") { Objective = "regression sqrt" }.Leaf(3).ToString());
        Assert.Equal(9, predictor.Predict([0d]));
    }

    [Fact]
    public async Task A_random_forest_predicts_the_mean_and_its_raw_score_is_the_sum()
    {
        string model = new LightGbmText("x") { Extra = "average_output\n" }.Leaf(1).Leaf(2).Leaf(6).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(9, predictor.PredictRaw([0d]));
        Assert.Equal(3, predictor.Predict([0d]));
    }

    [Fact]
    public async Task A_slice_of_a_random_forest_is_averaged_over_the_slice()
    {
        string model = new LightGbmText("x") { Extra = "average_output\n" }.Leaf(1).Leaf(2).Leaf(6).ToString();
        TabularModel slice = await Models.LoadAsync(model, new TabularLoadOptions { FirstIteration = 1, IterationCount = 2 });
        await using var predictor = new TabularPredictor(slice);
        Assert.Equal(2, slice.TreeCount);
        Assert.Equal(4, predictor.Predict([0d]));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 1)]
    [InlineData(-1, null)]
    [InlineData(0, 0)]
    [InlineData(4, null)]
    public async Task A_slice_beyond_the_model_is_refused(int first, int? count)
    {
        ModelLoadException error = await Models.FailureAsync(
            new LightGbmText("x").Leaf(1).Leaf(2).Leaf(3).ToString(),
            new TabularLoadOptions { FirstIteration = first, IterationCount = count });
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("it has 3", error.Message, StringComparison.Ordinal);
    }
}
