namespace Inference.Sdk.Tabular.Tests.XGBoost;

public sealed class XGBoostObjectiveTests
{
    private const float Leaf = 0.75f;

    public static TheoryData<string, float, float> Objectives
    {
        get
        {
            float logit = -MathF.Log((1 / 0.2f) - 1) + Leaf;
            float log = MathF.Log(0.2f) + Leaf;
            var data = new TheoryData<string, float, float>
            {
                { "reg:logistic", logit, Sigmoid(logit) },
                { "binary:logistic", logit, Sigmoid(logit) },
                { "binary:logitraw", 0.2f + Leaf, 0.2f + Leaf },
                { "binary:hinge", 0.2f + Leaf, 1 },
            };
            foreach (string name in (string[])["count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft"])
            {
                data.Add(name, log, MathF.Exp(log));
            }

            foreach (string name in (string[])
                ["reg:squarederror", "reg:squaredlogerror", "reg:pseudohubererror", "reg:absoluteerror", "reg:quantileerror",
                    "rank:pairwise", "rank:ndcg", "rank:map"])
            {
                data.Add(name, 0.2f + Leaf, 0.2f + Leaf);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public async Task The_base_score_is_linked_and_the_raw_score_transformed(string objective, float raw, float expected)
    {
        foreach (string baseScore in (string[])["2E-1", "0.2", "[2E-1]"])
        {
            await using TabularPredictor predictor = await Models.PredictorAsync(
                new XGBoostText(1) { Objective = objective, BaseScore = baseScore }.Leaf(Leaf).ToString());
            Assert.Equal(raw, predictor.PredictRaw([0f]));
            Assert.Equal(expected, predictor.Predict([0f]));
        }
    }

    [Fact]
    public async Task A_hinge_that_is_not_positive_is_zero()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1) { Objective = "binary:hinge" }.Leaf(0).ToString());
        Assert.Equal(0, predictor.Predict([0f]));
    }

    [Fact]
    public async Task The_sigmoid_of_a_large_negative_score_stays_a_number()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1) { Objective = "binary:logistic", BaseScore = "0.5" }.Leaf(-1000).ToString());
        Assert.Equal(1f / (MathF.Exp(88.7f) + 1f + 1e-16f), predictor.Predict([0f]));
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("half")]
    [InlineData("NaN")]
    [InlineData("")]
    public async Task A_base_score_that_is_not_one_number_is_refused(string baseScore)
    {
        ModelLoadException error = await Models.FailureAsync(new XGBoostText(1) { BaseScore = baseScore }.Leaf(1).ToString());
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Contains("base score", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_score_its_objective_cannot_start_from_is_refused()
    {
        ModelLoadException error = await Models.FailureAsync(
            new XGBoostText(1) { Objective = "count:poisson", BaseScore = "-1" }.Leaf(1).ToString());
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
    }

    [Fact]
    public async Task A_linear_booster_adds_products_in_order_and_skips_missing_values()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(2) { Booster = "gblinear", BaseScore = "5E-1", LinearWeights = [0.1f, -3f, 0.25f] }.ToString());
        Assert.Equal((0.25f + 0.5f) + (7f * 0.1f) + (2f * -3f), predictor.Predict([7f, 2f]));
        Assert.Equal((0.25f + 0.5f) + (2f * -3f), predictor.Predict([float.NaN, 2f]));
        Assert.Equal(0, predictor.Model.TreeCount);
    }

    [Fact]
    public async Task An_iteration_is_all_its_parallel_trees()
    {
        string text = new XGBoostText(1) { ParallelTrees = 2 }.Leaf(1).Leaf(2).Leaf(4).Leaf(8).ToString();
        TabularModel model = await Models.LoadAsync(text, new TabularLoadOptions { FirstIteration = 1 });
        await using var predictor = new TabularPredictor(model);
        Assert.Equal(12, predictor.Predict([0f]));
        Assert.Equal(2, model.TreeCount);
    }

    private static float Sigmoid(float x) => 1f / (MathF.Exp(-x) + 1f + 1e-16f);
}
