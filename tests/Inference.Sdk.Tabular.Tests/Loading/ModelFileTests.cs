using System.Security.Cryptography;
using System.Text;

namespace Inference.Sdk.Tabular.Tests.Loading;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabular-tests").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_identified_by_name_format_and_hash()
    {
        string text = new LightGbmText("x").Leaf(1).ToString();
        string path = Write("house-price.v2.bin", text);
        TabularModel model = await TabularModel.LoadAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("house-price", model.Identity.Name);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), model.Identity.Sha256);

        model = await TabularModel.LoadAsync(
            path, new TabularLoadOptions { Name = "other" }, TestContext.Current.CancellationToken);
        Assert.Equal("other", model.Identity.Name);
    }

    [Fact]
    public async Task The_schema_beside_a_model_describes_it()
    {
        string path = Write("m.txt", new LightGbmText("x", "kind").Stump(0, "1", 0, 1, 2).ToString());
        Write("m.txt.schema.json", """
            { "name": "named", "version": "7", // comments are fine
              "features": [{ "name": "x", "unit": "kg" },
                { "name": "kind", "type": "category", "categories": ["a", "b"], "required": true }] }
            """);
        TabularModel model = await TabularModel.LoadAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("named", "7"), (model.Identity.Name, model.Identity.Version));
        Assert.Equal(("kg", 0d, 10d, true), (model.Schema.Features[0].Unit, model.Schema.Features[0].Minimum,
            model.Schema.Features[0].Maximum, model.Schema.Features[0].Required));
        Assert.Equal(["a", "b"], model.Schema.Features[1].Categories);
    }

    [Theory]
    [InlineData("""{ "name": "x", "unit": "kg" }""", true)]
    [InlineData("""{ "name": "x", "required": true }""", true)]
    [InlineData("""{ "name": "x", "required": false }""", false)]
    public async Task A_schema_that_does_not_say_what_is_required_leaves_it_to_the_model(string feature, bool required)
    {
        // A split without a rule for missing values, since training saw none.
        string path = Write("m.txt", new LightGbmText("x").Stump(0, "1", 0, 1, 2).ToString());
        Write("m.txt.schema.json", $$"""{ "features": [{{feature}}] }""");
        TabularModel model = await TabularModel.LoadAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        await using var predictor = new TabularPredictor(model);

        Assert.Equal(required, model.Schema.Features[0].Required);
        Exception? error = await Record.ExceptionAsync(async () => await predictor.PredictAsync(
            new FeatureRow(model.Schema, [double.NaN]), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(required, error is InvalidRequestException { Parameter: "x" });
        Assert.Equal(required, error is not null);
    }

    [Fact]
    public async Task A_schema_named_by_option_wins_over_one_within_the_model()
    {
        string schema = Write("s.json", "{\"features\":[{\"name\":\"area\",\"min\":1,\"max\":2}]}");
        string text = new XGBoostText(1)
        {
            Attributes = { ["inference.schema"] = "{\"name\":\"inner\",\"version\":\"1\",\"features\":[{\"name\":\"x\"}]}" },
        }.Leaf(1).ToString();
        TabularModel model = await Models.LoadAsync(text, new TabularLoadOptions { SchemaPath = schema });
        Assert.Equal("area", model.Schema.Features[0].Name);
        Assert.Equal("inner", model.Identity.Name);
    }

    [Fact]
    public async Task A_schema_that_contradicts_the_model_names_its_own_file()
    {
        string path = Write("m.txt", new LightGbmText("x").Leaf(1).ToString());
        string schema = Write("m.txt.schema.json", "{\"features\":[{\"name\":\"y\"}]}");
        ModelLoadException error = await FailAsync(path);
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Equal(schema, error.Path);
        Assert.Contains("'y' in the schema and 'x' in the model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_not_found()
    {
        string path = Path.Combine(_folder, "none.txt");
        ModelLoadException error = await FailAsync(path);
        Assert.Equal(ModelLoadError.NotFound, error.Reason);
        Assert.Equal(path, error.Path);
        Assert.Equal(ModelLoadError.NotFound, (await FailAsync(Path.Combine(path, "deeper.txt"))).Reason);
    }

    [Fact]
    public async Task A_missing_schema_is_not_found()
    {
        string schema = Path.Combine(_folder, "none.json");
        ModelLoadException error = await Models.FailureAsync(
            new LightGbmText("x").Leaf(1).ToString(), new TabularLoadOptions { SchemaPath = schema });
        Assert.Equal((ModelLoadError.NotFound, schema), (error.Reason, error.Path));
        Assert.Contains("no schema at", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_cannot_be_read_as_a_model() =>
        Assert.Equal(ModelLoadError.AccessDenied, (await FailAsync(_folder)).Reason);

    [Fact]
    public async Task Loading_can_be_cancelled()
    {
        string path = Write("m.txt", new LightGbmText("x").Leaf(1).ToString());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await TabularModel.LoadAsync(path, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands_and_left_open()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("skipped" + new LightGbmText("x").Leaf(1));
        using var stream = new MemoryStream(bytes) { Position = 7 };
        TabularModel model = await TabularModel.LoadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, model.TreeCount);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData("", ModelLoadError.Truncated, "it is empty")]
    [InlineData(" \n", ModelLoadError.Truncated, "it is blank")]
    [InlineData("tree", ModelLoadError.Truncated, "no trees")]
    [InlineData("trees\n", ModelLoadError.UnknownFormat, "neither a LightGBM header nor JSON")]
    [InlineData("hello", ModelLoadError.UnknownFormat, "neither a LightGBM header nor JSON")]
    [InlineData("{}", ModelLoadError.UnknownFormat, "neither a \"learner\" nor a \"format\"")]
    [InlineData("{", ModelLoadError.Truncated, "not closed")]
    [InlineData("{\"a\":1,", ModelLoadError.Truncated, "not closed")]
    [InlineData("{\"a\":]", ModelLoadError.Corrupt, "not JSON at line 1, byte 6")]
    [InlineData("{\"name\":\"tree\",\"tree_info\":[]}", ModelLoadError.Unsupported, "dump_model")]
    [InlineData("PK\u0003\u0004", ModelLoadError.Unsupported, "ML.NET")]
    [InlineData("GGUF\u0003", ModelLoadError.Unsupported, "Inference.Sdk.LlamaCpp")]
    [InlineData("binf\0", ModelLoadError.Unsupported, "old binary format")]
    [InlineData("\u0080\u0004\u0095", ModelLoadError.Unsupported, "pickle")]
    [InlineData("\b\b:\u0001", ModelLoadError.Unsupported, "ONNX")]
    public async Task The_format_is_told_from_the_content(string content, ModelLoadError reason, string message)
    {
        string path = Path.Combine(_folder, "model.txt");
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(content), TestContext.Current.CancellationToken);
        ModelLoadException error = await FailAsync(path);
        Assert.Equal(reason, error.Reason);
        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static async Task<ModelLoadException> FailAsync(string path) => await Assert.ThrowsAsync<ModelLoadException>(
        async () => await TabularModel.LoadAsync(path, cancellationToken: TestContext.Current.CancellationToken));

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
