namespace Inference.Sdk.Tabular.Tests.LightGbm;

public sealed class PandasCategoriesTests
{
    private const string Line = """pandas_categorical:[["coast", "city", "x=y"], [1, 2, 3], [false, true]]""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // 1 for the coast, 10 for the value 1, 100 for true; otherwise twice as much.
    private static string Model => new LightGbmText("area", "zone", "rooms", "garage") { Infos = "[0:9] -1:0:2:1 1:0:2 0:1" }
        .Categories(1, [0b001], 1, 2).Categories(2, [0b001], 10, 20).Categories(3, [0b010], 100, 200).ToString();

    [Fact]
    public async Task Texts_become_categories_and_numbers_keep_their_values()
    {
        TabularModel model = await Models.LoadAsync(Model + Line + "\n");

        Assert.Equal(
            [FeatureType.Number, FeatureType.Category, FeatureType.Integer, FeatureType.Integer],
            model.Schema.Features.Select(f => f.Type));
        Assert.Equal(["coast", "city", "x=y"], model.Schema.Features[1].Categories);
        Assert.Equal((1d, 3d), (model.Schema.Features[2].Minimum, model.Schema.Features[2].Maximum));
        Assert.Equal((0d, 1d), (model.Schema.Features[3].Minimum, model.Schema.Features[3].Maximum));
    }

    [Theory]
    [InlineData("coast", 1, true, 111)]
    [InlineData("city", 2, false, 222)]
    [InlineData("x=y", 3, null, 222)]
    [InlineData(null, null, true, 122)]
    public async Task A_value_is_turned_into_its_code_as_pandas_does(string? zone, int? rooms, bool? garage, float expected)
    {
        TabularModel model = await Models.LoadAsync(Model + Line);
        await using var rows = new TabularPredictor(model);
        await using var typed = new TabularPredictor<House>(model, new FeatureMap<House>()
            .Map("zone", h => h.Location).Map("rooms", h => h.Floors).Map("garage", h => h.Pool));
        FeatureRow row = FeatureRowBuilder.Build(
            model.Schema, [new("zone", zone), new("rooms", rooms), new("garage", garage)]);
        var house = new House(0, 0, 0, zone, Floors: rooms, Pool: garage);

        Assert.Equal(expected, (await rows.PredictAsync(row, cancellationToken: Token)).Value);
        Assert.Equal(expected, typed.Predict(house));
        Assert.Equal(expected, (await rows.PredictBatchAsync(Inputs.Of(row), cancellationToken: Token).SingleAsync(Token)).Value);
    }

    [Fact]
    public async Task A_number_that_is_no_category_is_refused()
    {
        TabularModel model = await Models.LoadAsync(Model + Line);
        await using var predictor = new TabularPredictor(model);
        FeatureRow row = new FeatureRowBuilder(model.Schema).Set("rooms", 4).Build();

        InvalidRequestException error = await Assert.ThrowsAsync<InvalidRequestException>(
            async () => await predictor.PredictAsync(row, cancellationToken: Token));

        Assert.Equal(
            "Feature 'rooms' was given 4, which is none of its categories. Give one of: 1, 2, 3.", error.Message);
        Assert.Equal("rooms", error.Parameter);
    }

    [Fact]
    public async Task Spans_take_codes_as_arrays_do_in_Python()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(Model + Line);
        Assert.Equal(111, predictor.Predict([0d, 0, 0, 1]));
        Assert.Equal(222, predictor.Predict([0d, 1, 1, 0]));
    }

    [Fact]
    public async Task A_column_of_one_category_alone_keeps_its_place_among_the_lists()
    {
        string text = new LightGbmText("one", "zone") { Infos = "none 0:1" }.Categories(1, [1], 1, 2).ToString()
            .Replace("\nend of parameters", "\n[categorical_feature: 0,1]\nend of parameters", StringComparison.Ordinal);
        TabularModel model = await Models.LoadAsync(text + """pandas_categorical:[["only"], ["coast", "city"]]""");
        Assert.Equal(["only"], model.Schema.Features[0].Categories);
        Assert.Equal(["coast", "city"], model.Schema.Features[1].Categories);
    }

    [Theory]
    [InlineData("[0:2] 0:1", """[["low", "high"], ["coast", "city"]]""", 2)]
    [InlineData("[0:2] 0:1:7", """[["low", "mid", "high"]]""", 1)]
    [InlineData("0:1 0:1", """[["low", "high"]]""", 1)]
    [InlineData("[0:2] 0:1", "[]", 0)]
    [InlineData("[0:2] 0:1", "null", 0)]
    public async Task Lists_that_do_not_fit_the_columns_leave_them_their_codes(string infos, string json, int unmatched)
    {
        TabularModel model = await Models.LoadAsync(
            new LightGbmText("a", "b") { Infos = infos }.Categories(1, [1], 1, 2) + $"pandas_categorical:{json}\n");
        Assert.Equal(unmatched, model.UnmatchedCategoryLists);
        Assert.Equal(FeatureType.Integer, model.Schema.Features[1].Type);
        Assert.Null(model.Codes);
    }

    [Theory]
    [InlineData("""[["a", "b"], [1, 2""", ModelLoadError.Truncated, "is not closed")]
    [InlineData("""[["a" "b"]]""", ModelLoadError.Corrupt, "is not JSON")]
    [InlineData("""{"a": 1}""", ModelLoadError.Corrupt, "is not a list of lists")]
    [InlineData("""[["a", ["b"]]]""", ModelLoadError.Corrupt, "is not a list of lists")]
    [InlineData("""[["\ud800"]]""", ModelLoadError.Corrupt, "is not UTF-8")]
    [InlineData("""[["a", "a", "b"], [1, 2, 3], [0, 1]]""", ModelLoadError.Corrupt, "lists a category twice")]
    [InlineData("""[["a", "b", "c"], [1, 2, 1], [0, 1]]""", ModelLoadError.Corrupt, "a category of 'rooms' twice")]
    public async Task A_line_that_does_not_hold_is_refused(string json, ModelLoadError reason, string message)
    {
        ModelLoadException error = await Models.FailureAsync(Model + "pandas_categorical:" + json);
        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"zone","unit":"u"}""", """{"name":"rooms"}""", FeatureType.Category, 1, 111)]
    [InlineData("""{"name":"zone","type":"integer"}""", """{"name":"rooms","type":"integer"}""", FeatureType.Integer, 1, 111)]
    [InlineData(
        """{"name":"zone","type":"category","categories":["coast","city","x=y"]}""",
        """{"name":"rooms","type":"category","categories":["one","two","three"]}""", FeatureType.Category, 0, 111)]
    public async Task A_schema_says_how_categories_are_given(
        string zone, string rooms, FeatureType type, double given, float expected)
    {
        TabularModel model = await WithSchemaAsync(zone, rooms);
        await using var predictor = new TabularPredictor(model);
        FeatureRow row = new FeatureRowBuilder(model.Schema).Set("zone", 0).Set("rooms", given).Set("garage", 1).Build();

        Assert.Equal(type, model.Schema.Features[1].Type);
        Assert.Equal(expected, (await predictor.PredictAsync(row, cancellationToken: Token)).Value);
    }

    [Theory]
    [InlineData(
        """{"name":"zone","type":"category","categories":["city","coast","x=y"]}""", """{"name":"rooms"}""",
        "'zone' has the categories city, coast, x=y in the schema and coast, city, x=y in the model")]
    [InlineData(
        """{"name":"zone"}""", """{"name":"rooms","type":"category","categories":["one","two"]}""",
        "'rooms' has 2 categories in the schema and 3 in the model")]
    public async Task A_schema_that_contradicts_the_categories_is_refused(string zone, string rooms, string message)
    {
        ModelLoadException error = await Assert.ThrowsAsync<ModelLoadException>(() => WithSchemaAsync(zone, rooms));
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shared_case_whose_lists_fit_no_column_takes_numbers()
    {
        string path = Path.Combine(Repository.CasesFolder, "lgb_house_pandas_line", "model.txt");
        Assert.SkipUnless(File.Exists(path), $"There is no case at '{path}'.");
        TabularModel model = await TabularModel.LoadAsync(path, cancellationToken: Token);
        Assert.Equal(3, model.UnmatchedCategoryLists);
        Assert.All(model.Schema.Features, f => Assert.Equal(FeatureType.Number, f.Type));
    }

    private static async Task<TabularModel> WithSchemaAsync(string zone, string rooms)
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                path, $$"""{"features":[{"name":"area"},{{zone}},{{rooms}},{"name":"garage"}]}""", Token);
            return await Models.LoadAsync(Model + Line, new TabularLoadOptions { SchemaPath = path });
        }
        finally
        {
            File.Delete(path);
        }
    }
}
