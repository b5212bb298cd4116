namespace Inference.Sdk.Tabular.Tests.Translation;

public sealed class FeatureMapTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_input_is_predicted_from_as_its_row_is()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        var house = new House(10, 3, 1.5f, "coast", Garage: true);
        Assert.Equal(1000 + 3000 + 15 + 5 + 1, predictor.Predict(house));
        Assert.Equal(4021, (await predictor.PredictAsync(house, cancellationToken: Token)).Value);
    }

    [Theory]
    [InlineData(null, 7)]
    [InlineData("", 7)]
    [InlineData("  ", 7)]
    [InlineData("city", 7)]
    [InlineData("coast", 5)]
    [InlineData(" coast ", 5)]
    public async Task A_text_is_its_category_and_a_blank_one_is_missing(string? location, float expected)
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        Assert.Equal(expected + 20, predictor.Predict(new House(0, 0, null, location)));
    }

    [Fact]
    public async Task A_text_that_is_no_category_is_refused()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        InvalidRequestException error = Assert.Throws<InvalidRequestException>(
            () => predictor.Predict(new House(1, 1, 1, "the moon")));
        Assert.Equal("location", error.Parameter);
        Assert.Equal(
            "Feature 'location' was given 'the moon', which is none of its categories. Give one of: coast, city.",
            error.Message);
    }

    [Fact]
    public async Task Values_are_checked_as_those_of_rows_are()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        Assert.Equal("sqft", Assert.Throws<InvalidRequestException>(
            () => predictor.Predict(new House(double.NaN, 1, 1, "city"))).Parameter);
        Assert.Equal("baths", Assert.Throws<InvalidRequestException>(
            () => predictor.Predict(new House(1, 1, float.PositiveInfinity, "city"))).Parameter);
        Assert.Throws<InvalidRequestException>(() => predictor.Predict(null!));
    }

    [Fact]
    public async Task Lambdas_of_every_number_type_map_without_casts()
    {
        TabularModel model = await Models.LoadAsync(new XGBoostText(8) { Names = ["a", "b", "c", "d", "e", "f", "g", "h"] }
            .Stump(6, 1f, false, 1, 2).ToString());
        FeatureMap<House> map = new FeatureMap<House>()
            .Map("a", h => h.Sqft)
            .Map("b", h => h.Beds)
            .Map("c", h => h.Baths)
            .Map("d", h => h.Garage)
            .Map("e", h => h.Floors)
            .Map("f", h => h.Pool)
            .Map("g", h => h.Year)
            .Map("h", h => h.Floors + (double)(decimal)h.Beds);
        await using var predictor = new TabularPredictor<House>(model, map);
        Assert.Equal(2, predictor.Predict(new House(1, 2, null, null)));
        Assert.Equal(1, predictor.Predict(new House(1, 2, null, null, Year: 0)));
    }

    [Fact]
    public async Task Nullable_truths_are_one_zero_or_missing()
    {
        TabularModel model = await Models.LoadAsync(new XGBoostText(1).Tree(
            [1, -1, 3, -1, -1], [2, -1, 4, -1, -1], [0, 0, 0, 0, 0], [0.5f, 10, 2, 20, 30], [0, 0, 0, 0, 0]).ToString());
        await using var predictor = new TabularPredictor<House>(model, new FeatureMap<House>().Map("f0", h => h.Pool));
        Assert.Equal(10, predictor.Predict(new House(1, 1, 1, "", Pool: false)));
        Assert.Equal(20, predictor.Predict(new House(1, 1, 1, "", Pool: true)));
        Assert.Equal(30, predictor.Predict(new House(1, 1, 1, "")));
    }

    [Fact]
    public void Every_mismatch_is_reported_together()
    {
        FeatureMap<House> map = new FeatureMap<House>()
            .Map("area", h => h.Sqft)
            .Map("beds", h => h.Location)
            .Map("location", h => h.Garage)
            .Map("baths", h => h.Baths)
            .Map("baths", h => h.Baths);
        InferenceConfigurationException error = Assert.Throws<InferenceConfigurationException>(
            () => new TabularPredictor<House>(Houses.Model, map, "houses"));
        Assert.Equal(
            [
                "Predictor 'houses': The model has no feature 'area', which House is mapped to. Its features are: sqft, beds, "
                    + "baths, location, garage.",
                "Predictor 'houses': Feature 'beds' is a number (Integer) and is mapped to a text. Map it to a number.",
                "Predictor 'houses': Feature 'location' is a category and is mapped to a truth value. Map it to one of the texts "
                    + "coast, city.",
                "Predictor 'houses': Feature 'baths' is mapped twice. Map it once.",
                "Predictor 'houses': Feature 'sqft' is required and House is not mapped to it. Map it.",
            ],
            error.Errors);
    }

    [Fact]
    public async Task A_map_changed_later_changes_no_predictor()
    {
        FeatureMap<House> map = Houses.Map;
        await using var predictor = new TabularPredictor<House>(Houses.Model, map);
        map.Map("nothing", h => h.Sqft);
        Assert.Equal(1107, predictor.Predict(new House(1, 1, 0, null)));
    }
}
