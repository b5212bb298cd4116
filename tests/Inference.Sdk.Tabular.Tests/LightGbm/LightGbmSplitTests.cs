namespace Inference.Sdk.Tabular.Tests.LightGbm;

public sealed class LightGbmSplitTests
{
    private const double Left = -1;
    private const double Right = 1;

    // decision_type: missing rule << 2 | default left << 1 | categorical.
    private const int None = 0;
    private const int NoneDefaultLeft = 2;
    private const int Zero = 4;
    private const int ZeroDefaultLeft = 6;
    private const int NaN = 8;
    private const int NaNDefaultLeft = 10;

    [Theory]
    [InlineData(1.5, Left)]
    [InlineData(1.4999999, Left)]
    [InlineData(1.5000000000000002, Right)]
    [InlineData(double.NegativeInfinity, Left)]
    [InlineData(double.PositiveInfinity, Right)]
    public async Task A_value_at_most_the_threshold_goes_left(double value, double expected) =>
        Assert.Equal(expected, await PredictAsync("1.5", None, value));

    [Theory]
    [InlineData("0.5", Left)]
    [InlineData("-0.5", Right)]
    public async Task Without_a_missing_rule_NaN_reads_as_zero(string threshold, double expected)
    {
        Assert.Equal(expected, await PredictAsync(threshold, None, double.NaN));
        Assert.Equal(expected, await PredictAsync(threshold, NoneDefaultLeft, double.NaN));
    }

    [Theory]
    [InlineData(NaN, Right)]
    [InlineData(NaNDefaultLeft, Left)]
    public async Task With_the_NaN_rule_NaN_goes_the_default_way(int decision, double expected)
    {
        Assert.Equal(expected, await PredictAsync("1.5", decision, double.NaN));
        Assert.Equal(Left, await PredictAsync("1.5", decision, 0));
        Assert.Equal(Right, await PredictAsync("1.5", decision, 2));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(1e-36)]
    [InlineData(-1e-36)]
    [InlineData(1.0000000180025095e-35)]
    public async Task With_the_zero_rule_zero_its_neighbourhood_and_NaN_go_the_default_way(double value)
    {
        Assert.Equal(Right, await PredictAsync("1.5", Zero, value));
        Assert.Equal(Left, await PredictAsync("-1.5", ZeroDefaultLeft, value));
    }

    [Fact]
    public async Task With_the_zero_rule_negative_zero_goes_the_default_way()
    {
        Assert.Equal(Right, await PredictAsync("1.5", Zero, -0.0));
        Assert.Equal(Left, await PredictAsync("-1.5", ZeroDefaultLeft, -0.0));
    }

    [Fact]
    public async Task With_the_zero_rule_a_value_just_beyond_the_neighbourhood_is_compared()
    {
        double beyond = Math.BitIncrement((double)1e-35f);
        Assert.Equal(Left, await PredictAsync("1.5", Zero, beyond));
        Assert.Equal(Right, await PredictAsync("-1.5", ZeroDefaultLeft, beyond));
    }

    [Theory]
    [InlineData("1e-36", 5e-36, Left)]
    [InlineData("0", 5e-36, Left)]
    [InlineData("0", 1.1e-35, Right)]
    [InlineData("-1e-36", -5e-36, Right)]
    [InlineData("-1e-36", 0, Right)]
    [InlineData("-1e-36", -1.1e-35, Left)]
    public async Task Values_within_the_zero_threshold_are_compared_as_zero(string threshold, double value, double expected) =>
        Assert.Equal(expected, await PredictAsync(threshold, None, value));

    [Theory]
    [InlineData("inf", 1e300, Left)]
    [InlineData("inf", double.PositiveInfinity, Left)]
    [InlineData("inf", double.NaN, Right)]
    [InlineData("-inf", -1e300, Right)]
    [InlineData("-inf", double.NegativeInfinity, Left)]
    public async Task An_infinite_threshold_parts_missing_values_from_the_others(
        string threshold, double value, double expected) =>
        Assert.Equal(expected, await PredictAsync(threshold, NaN, value));

    [Theory]
    [InlineData(0, Right)]
    [InlineData(1, Left)]
    [InlineData(1.9, Left)]
    [InlineData(35, Left)]
    [InlineData(34, Right)]
    [InlineData(64, Right)]
    [InlineData(1e300, Right)]
    [InlineData(-1, Right)]
    [InlineData(double.NaN, Right)]
    [InlineData(double.PositiveInfinity, Right)]
    [InlineData(double.NegativeInfinity, Right)]
    public async Task A_category_of_the_set_goes_left_and_anything_else_right(double value, double expected)
    {
        string model = new LightGbmText("x") { Infos = "1:35" }.Categories(0, [1u << 1, 1u << 3], Left, Right).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(expected, predictor.Predict([value]));
        Assert.Equal((float)expected, predictor.Predict([(float)value]));
    }

    [Fact]
    public async Task A_code_between_minus_one_and_zero_is_category_zero()
    {
        string model = new LightGbmText("x") { Infos = "0:1" }.Categories(0, [1], Left, Right).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(Left, predictor.Predict([-0.5]));
    }

    [Fact]
    public async Task Trees_are_added_in_order_in_64_bits()
    {
        var model = new LightGbmText("x");
        double expected = 0;
        for (int i = 0; i < 20; i++)
        {
            model.Leaf(0.1 * i);
            expected += 0.1 * i;
        }

        await using TabularPredictor predictor = await Models.PredictorAsync(model.ToString());
        Assert.Equal(expected, predictor.Predict([0d]));
    }

    [Fact]
    public async Task A_tree_is_walked_to_the_leaf_its_children_name()
    {
        // 0: x <= 5 ? 1 : leaf 2;  1: y <= 1 ? leaf 0 : leaf 1
        const string Body = """
            split_feature=0 1
            threshold=5 1
            decision_type=0 0
            left_child=1 -1
            right_child=-3 -2
            leaf_value=10 20 30

            """;
        string model = new LightGbmText("x", "y").Tree(3, Body.ReplaceLineEndings("\n")).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        Assert.Equal(10, predictor.Predict([0d, 0d]));
        Assert.Equal(20, predictor.Predict([0d, 2d]));
        Assert.Equal(30, predictor.Predict([6d, 0d]));
    }

    private static async Task<double> PredictAsync(string threshold, int decision, double value)
    {
        string model = new LightGbmText("x").Stump(0, threshold, decision, Left, Right).ToString();
        await using TabularPredictor predictor = await Models.PredictorAsync(model);
        return predictor.Predict([value]);
    }
}
