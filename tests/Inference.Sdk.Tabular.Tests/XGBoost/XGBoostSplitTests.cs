using System.Text.Json.Nodes;

namespace Inference.Sdk.Tabular.Tests.XGBoost;

public sealed class XGBoostSplitTests
{
    [Theory]
    [InlineData(1.5f, 2f)]
    [InlineData(1.4999999f, 1f)]
    [InlineData(float.NegativeInfinity, 1f)]
    [InlineData(float.PositiveInfinity, 2f)]
    public async Task A_value_below_the_threshold_goes_left(float value, float expected)
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1).Stump(0, 1.5f, false, 1, 2).ToString());
        Assert.Equal(expected, predictor.Predict([value]));
        Assert.Equal(expected, predictor.Predict([(double)value]));
    }

    [Theory]
    [InlineData(true, 1f)]
    [InlineData(false, 2f)]
    public async Task A_missing_value_goes_the_learned_way(bool missingLeft, float expected)
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1).Stump(0, 1.5f, missingLeft, 1, 2).ToString());
        Assert.Equal(expected, predictor.Predict([float.NaN]));
    }

    [Fact]
    public async Task Negative_zero_is_zero()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1).Stump(0, 0f, false, 1, 2).ToString());
        Assert.Equal(2, predictor.Predict([-0f]));
        Assert.Equal(2, predictor.Predict([0f]));
        Assert.Equal(1, predictor.Predict([-float.Epsilon]));
    }

    [Fact]
    public async Task Wide_inputs_are_rounded_to_32_bits_before_they_are_compared()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1).Stump(0, 0.1f, false, 1, 2).ToString());

        // 0.1 in 64 bits is below 0.1f widened; in 32 bits it is 0.1f, which is not below itself.
        Assert.True(0.1 < (double)0.1f);
        Assert.Equal(2, predictor.Predict([0.1]));
    }

    [Fact]
    public async Task Trees_are_added_to_the_base_in_order_in_32_bits()
    {
        var model = new XGBoostText(1) { BaseScore = "5E-1" };
        float expected = 0.5f;
        for (int i = 1; i < 30; i++)
        {
            model.Leaf(0.1f * i);
            expected += 0.1f * i;
        }

        await using TabularPredictor predictor = await Models.PredictorAsync(model.ToString());
        Assert.Equal(expected, predictor.Predict([0f]));
        Assert.Equal(expected, predictor.Predict([0d]));
    }

    [Fact]
    public async Task Trees_of_dart_are_weighted()
    {
        float[] weights = [0.3f, 0.7f];
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new XGBoostText(1) { Booster = "dart", TreeWeights = weights }.Leaf(1.1f).Leaf(2.2f).ToString());
        Assert.Equal((1.1f * 0.3f) + (2.2f * 0.7f), predictor.Predict([0f]));
    }

    [Fact]
    public async Task Nodes_that_pruning_deleted_are_passed_over()
    {
        string model = new XGBoostText(1)
            .Tree([1, -1, -1, 7, 9], [2, -1, -1, 8, 9], [0, 0, 0, 99, 99], [5, 1, 2, 0, 0], [0, 0, 0, 0, 0]).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(1, predictor.Predict([0f]));
        Assert.Equal(2, predictor.Model.LeafCount);
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(1f, 2f)]
    [InlineData(1.9f, 2f)]
    [InlineData(33f, 2f)]
    [InlineData(34f, 1f)]
    [InlineData(64f, 1f)]
    [InlineData(-1f, 1f)]
    [InlineData(-0.5f, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(1e30f, 1f)]
    [InlineData(float.NaN, 2f)]
    public async Task A_category_of_the_set_goes_right_and_any_other_left(float value, float expected)
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(Categorical([1, 33]).ToString());
        Assert.Equal(expected, predictor.Predict([value]));
        Assert.Equal(expected, predictor.Predict([(double)value]));
    }

    [Fact]
    public async Task The_NaN_that_XGBoost_writes_for_the_threshold_of_a_category_is_read()
    {
        string text = Categorical([1]).ToString().Replace("123.5", "NaN", StringComparison.Ordinal);
        Assert.Contains("NaN", text, StringComparison.Ordinal);
        await using TabularPredictor predictor = await Models.PredictorAsync(text);
        Assert.Equal(2, predictor.Predict([1f]));
    }

    [Fact]
    public async Task A_NaN_within_a_name_stays_a_name()
    {
        string text = new XGBoostText(2) { Names = ["a\"NaN\\", "Infinity"] }.Stump(0, 123.5f, false, 1, 2).ToString();
        TabularModel model = await Models.LoadAsync(text.Replace("123.5", "Infinity", StringComparison.Ordinal));
        Assert.Equal(["a\"NaN\\", "Infinity"], model.Schema.Features.Select(f => f.Name));
        await using var predictor = new TabularPredictor(model);
        Assert.Equal(1, predictor.Predict([float.MaxValue, 0f]));
        Assert.Equal(2, predictor.Predict([float.PositiveInfinity, 0f]));
    }

    [Theory]
    [InlineData(new[] { -1 }, ModelLoadError.Corrupt, "category -1")]
    [InlineData(new[] { 16777216 }, ModelLoadError.Corrupt, "category 16777216")]
    [InlineData(new int[0], ModelLoadError.Corrupt, "run from 0 to 0")]
    public async Task Categories_out_of_range_are_refused(int[] categories, ModelLoadError reason, string message)
    {
        ModelLoadException error = await Models.FailureAsync(Categorical(categories).ToString());
        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Category_sets_out_of_proportion_to_the_file_are_refused()
    {
        var model = new XGBoostText(1);
        for (int i = 0; i < 8; i++)
        {
            AddCategorical(model, [(1 << 24) - 1]);
        }

        ModelLoadException error = await Models.FailureAsync(model.ToString());
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("out of proportion", error.Message, StringComparison.Ordinal);
    }

    private static XGBoostText Categorical(int[] categories) => AddCategorical(new XGBoostText(1), categories);

    private static XGBoostText AddCategorical(XGBoostText model, int[] categories) => model.Tree(
        [1, -1, -1], [2, -1, -1], [0, 0, 0], [123.5f, 1, 2], [0, 0, 0],
        new JsonObject
        {
            ["categories"] = XGBoostText.Array(categories),
            ["categories_nodes"] = XGBoostText.Array([0]),
            ["categories_segments"] = XGBoostText.Array([0]),
            ["categories_sizes"] = XGBoostText.Array([categories.Length]),
            ["split_type"] = XGBoostText.Array([1, 0, 0]),
        });
}
