using System.Text;
using System.Text.Json.Nodes;

namespace Inference.Sdk.Tabular.Tests.XGBoost;

public sealed class XGBoostFileTests
{
    private const string HouseSchema = """
        {"name":"house-price","version":"1.0.0","features":[
          {"name":"sqft","type":"number","unit":"sqft","min":300,"max":9000,"required":true,"description":"Living area."},
          {"name":"beds","type":"integer"},
          {"name":"location","type":"category","categories":["coast","city"],"required":false,"description":"Where."}],
         "output":{"name":"price","type":"number","unit":"USD","digits":0,"description":"The price."}}
        """;

    private static XGBoostText Named => new XGBoostText(3)
    {
        Names = ["sqft", "beds", "location"],
        Types = ["float", "int", "c"],
    }.Stump(0, 1.5f, false, 1, 2);

    [Fact]
    public async Task Names_and_types_are_read_and_nothing_is_required()
    {
        TabularModel model = await Models.LoadAsync(Named.ToString());
        Assert.Equal(["sqft", "beds", "location"], model.Schema.Features.Select(f => f.Name));
        Assert.Equal(
            [FeatureType.Number, FeatureType.Integer, FeatureType.Integer], model.Schema.Features.Select(f => f.Type));
        Assert.DoesNotContain(model.Schema.Features, f => f.Required);
        Assert.Equal("xgboost-json", model.Identity.Format);
        Assert.Equal("model", model.Identity.Name);
    }

    [Fact]
    public async Task Features_without_names_are_called_as_XGBoost_calls_them()
    {
        TabularModel model = await Models.LoadAsync(new XGBoostText(2).Leaf(1).ToString());
        Assert.Equal(["f0", "f1"], model.Schema.Features.Select(f => f.Name));
    }

    [Fact]
    public async Task A_schema_within_the_model_describes_it()
    {
        TabularModel model = await Models.LoadAsync(new XGBoostText(3)
        {
            Names = ["sqft", "beds", "location"],
            Attributes = { ["inference.schema"] = HouseSchema, ["best_iteration"] = "0" },
        }.Stump(0, 1.5f, false, 1, 2).ToString());

        Assert.Equal(("house-price", "1.0.0"), (model.Identity.Name, model.Identity.Version));
        FeatureDescriptor sqft = model.Schema.Features[0];
        Assert.Equal(("sqft", "sqft", 300d, 9000d, true, "Living area."),
            (sqft.Name, sqft.Unit, sqft.Minimum, sqft.Maximum, sqft.Required, sqft.Description));
        Assert.Equal(FeatureType.Integer, model.Schema.Features[1].Type);
        Assert.Equal(["coast", "city"], model.Schema.Features[2].Categories);
        Assert.Equal(
            new OutputDescriptor { Name = "price", Unit = "USD", Digits = 0, Description = "The price." }, model.Output);
    }

    [Theory]
    [InlineData("\"sqft\"", "\"area\"", "feature 0 is 'area' in the schema and 'sqft' in the model")]
    [InlineData("\"beds\",\"type\":\"integer\"}", "\"beds\"},{\"name\":\"more\"}", "lists 4 features and the model has 3")]
    [InlineData("\"type\":\"integer\"", "\"type\":\"whole\"", "is none of: number, integer, category")]
    [InlineData("\"categories\":[\"coast\",\"city\"],", "", "is a category but lists none")]
    [InlineData("\"coast\",\"city\"", "\"coast\",\"coast\"", "lists a category twice")]
    [InlineData("\"min\":300", "\"min\":300000", "min is above 'max'")]
    [InlineData("\"required\":true", "\"requird\":true", "has a member 'requird'")]
    [InlineData("\"required\":true", "\"required\":1", "required is a JSON number, not true or false")]
    [InlineData("\"digits\":0", "\"digits\":1.5", "digits is not a whole number from 0 to 15")]
    [InlineData("\"name\":\"beds\"", "\"unit\":\"beds\"", "has no 'name'")]
    public async Task A_schema_that_contradicts_the_model_or_itself_is_refused(string find, string replace, string message)
    {
        string schema = HouseSchema.Replace(find, replace, StringComparison.Ordinal);
        Assert.NotEqual(HouseSchema, schema);
        ModelLoadException error = await Models.FailureAsync(new XGBoostText(3)
        {
            Names = ["sqft", "beds", "location"],
            Attributes = { ["inference.schema"] = schema },
        }.Leaf(1).ToString());
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, ModelLoadError, string> Faults => new()
    {
        { "\"num_class\":\"0\"", "\"num_class\":\"3\"", ModelLoadError.Unsupported, "3 values for a row" },
        { "\"num_target\":\"1\"", "\"num_target\":\"2\"", ModelLoadError.Unsupported, "2 values for a row" },
        { "\"size_leaf_vector\":\"1\"", "\"size_leaf_vector\":\"4\"", ModelLoadError.Unsupported, "4 values for a row" },
        { "\"tree_info\":[0]", "\"tree_info\":[1]", ModelLoadError.Unsupported, "2 values for a row" },
        { "reg:squarederror", "multi:softmax", ModelLoadError.Unsupported, "'multi:softmax'" },
        { "\"name\":\"gbtree\"", "\"name\":\"gbforest\"", ModelLoadError.Unsupported, "'gbforest'" },
        { "\"num_trees\":\"1\"", "\"num_trees\":\"2\"", ModelLoadError.Corrupt, "'num_trees' is 2" },
        { "\"num_trees\":\"1\"", "\"num_trees\":\"-1\"", ModelLoadError.Corrupt, "not a count" },
        { "\"num_parallel_tree\":\"1\"", "\"num_parallel_tree\":\"0\"", ModelLoadError.Corrupt, "'num_parallel_tree' is 0" },
        { "\"num_feature\":\"3\"", "\"num_feature\":\"4\"", ModelLoadError.Corrupt, "lists 3 columns and 'num_feature' is 4" },
        { "\"left_children\":[1,", "\"left_children\":[0,", ModelLoadError.Corrupt, "node 0 of tree 0 has two parents" },
        { "\"left_children\":[1,", "\"left_children\":[2,", ModelLoadError.Corrupt, "node 2 of tree 0 has two parents" },
        { "\"left_children\":[1,", "\"left_children\":[9,", ModelLoadError.Corrupt, "a parent of node 9" },
        { "\"left_children\":[1,", "\"left_children\":[-7,", ModelLoadError.Corrupt, "a parent of node -7" },
        { "\"left_children\":[1,", "\"left_children\":[1,1,", ModelLoadError.Corrupt, "'right_children' of tree 0 has 3" },
        { "\"left_children\":[1,", "\"left_children\":[99999999999,", ModelLoadError.Corrupt, "the number 99999999999" },
        { "\"left_children\":[1,-1,-1]", "\"left_children\":[]", ModelLoadError.Corrupt, "tree 0 has no nodes" },
        { "\"left_children\":[1,", "\"left_children\":[1.5,", ModelLoadError.Corrupt, "a whole number is expected" },
        { "\"split_indices\":[0,", "\"split_indices\":[3,", ModelLoadError.Corrupt, "on feature 3 and the model has 3" },
        { "\"split_conditions\":[1.5,1,", "\"split_conditions\":[1.5,1e99,", ModelLoadError.Corrupt, "not finite" },
        { "\"split_conditions\":[1.5,", "\"split_conditions\":[\"1.5\",", ModelLoadError.Corrupt, "a number is expected" },
        { "\"attributes\":{}", "\"attributes\":[]", ModelLoadError.Corrupt, "an object is expected" },
        { "\"learner\":", "\"leaner\":", ModelLoadError.UnknownFormat, "neither a \"learner\" nor a \"format\"" },
        { "\"attributes\":{}", "\"attributes\":{},", ModelLoadError.Corrupt, "it is not JSON at line 1" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_place(string find, string replace, ModelLoadError reason, string message)
    {
        string text = Named.ToString();
        Assert.Contains(find, text, StringComparison.Ordinal);
        ModelLoadException error = await Models.FailureAsync(text.Replace(find, replace, StringComparison.Ordinal));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cut_of_a_file_is_truncated()
    {
        string text = Named.ToString();
        for (int length = 1; length < text.Length; length += 7)
        {
            ModelLoadException error = await Models.FailureAsync(text[..length]);
            Assert.Equal(ModelLoadError.Truncated, error.Reason);
        }
    }

    [Fact]
    public async Task Features_nobody_named_are_bounded_by_the_size_of_the_file()
    {
        ModelLoadException error = await Models.FailureAsync(new XGBoostText(int.MaxValue).Leaf(1).ToString());
        Assert.Equal(ModelLoadError.Unsupported, error.Reason);
        Assert.Contains("names none of them", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UBJSON_of_every_spelling_loads_as_the_JSON_does()
    {
        JsonObject json = new XGBoostText(3)
        {
            Names = ["sqft", "größe", "x"],
            Attributes =
            {
                ["inference.schema"] = HouseSchema.Replace("beds", "größe", StringComparison.Ordinal)
                    .Replace("\"location\"", "\"x\"", StringComparison.Ordinal),
            },
        }.Stump(0, 1.5f, true, 1.25f, 2).Stump(1, -3f, false, 300, -70000).ToJson();
        TabularModel expected = await Models.LoadAsync(json.ToJsonString());
        await using var reference = new TabularPredictor(expected);
        float[][] rows = [[1, -5, 0], [2, 0, 0], [float.NaN, float.NaN, float.NaN]];
        foreach (UbjsonStyle style in Enum.GetValues<UbjsonStyle>())
        {
            TabularModel model = await Models.LoadAsync(UbjsonEncoder.Encode(json, style));
            await using var predictor = new TabularPredictor(model);
            Assert.Equal(TabularFormat.XGBoostUbjson, model.Format);
            Assert.Equal(expected.Schema.Features.Select(f => f.Name), model.Schema.Features.Select(f => f.Name));
            Assert.All(rows, row => Assert.Equal(reference.Predict(row), predictor.Predict(row)));
        }
    }

    [Fact]
    public async Task Every_cut_of_a_UBJSON_file_is_truncated()
    {
        byte[] bytes = UbjsonEncoder.Encode(Named.ToJson(), UbjsonStyle.Typed);
        for (int length = 2; length < bytes.Length; length += 5)
        {
            ModelLoadException error = await Assert.ThrowsAsync<ModelLoadException>(
                async () => await Models.LoadAsync(bytes[..length]));
            Assert.Equal(ModelLoadError.Truncated, error.Reason);
        }
    }

    [Theory]
    [InlineData("{U\x01" + "a[#l\x7f\x7f\x7f\x7f", ModelLoadError.Truncated, "values are announced")]
    [InlineData("{U\x01" + "a[$Z#l\x7f\x7f\x7f\x7f", ModelLoadError.Corrupt, "a type that takes room")]
    [InlineData("{U\x01" + "aSl\x7f\x7f\x7f\x7f", ModelLoadError.Truncated, "bytes are expected")]
    [InlineData("{U\x01" + "a?", ModelLoadError.Corrupt, "a value is expected")]
    [InlineData("{i\u0001a[#i\u0001", ModelLoadError.Truncated, "are left")]
    public async Task Lengths_are_compared_with_what_is_left(string text, ModelLoadError reason, string message)
    {
        ModelLoadException error = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await Models.LoadAsync(Encoding.Latin1.GetBytes(text)));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        string text = "{U\x01" + "a" + new string('[', 100_000);
        ModelLoadException error = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await Models.LoadAsync(Encoding.Latin1.GetBytes(text)));
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Contains("nested", error.Message, StringComparison.Ordinal);
    }
}
