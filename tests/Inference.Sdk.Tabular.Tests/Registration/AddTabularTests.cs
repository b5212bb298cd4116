using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.Tabular.Tests.Registration;

public sealed class AddTabularTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabular-tests").FullName;
    private readonly string _path;

    public AddTabularTests()
    {
        _path = Path.Combine(_folder, "small.txt");
        File.WriteAllText(_path, new LightGbmText("x").Stump(0, "1.5", 0, 1, 2).Leaf(10).Leaf(100).ToString());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_predictor_of_rows_is_loaded_from_its_options()
    {
        var builder = new FakeInferenceBuilder();
        IPredictorBuilder<FeatureRow, float> predictorBuilder = builder.AddTabular("price", o => o.ModelPath = _path);
        Assert.Equal("price", predictorBuilder.Name);

        IModelSource<IPredictor<FeatureRow, float>> source = builder.Source<FeatureRow>("price");
        PredictorMetadata metadata = source.Describe();
        Assert.Equal(("price", "small"), (metadata.Name, metadata.Model.Name));

        await using IPredictor<FeatureRow, float> predictor = await source.LoadAsync(Token);
        var row = new FeatureRow(metadata.InputSchema!, [0]);
        Assert.Equal(111, (await predictor.PredictAsync(row, cancellationToken: Token)).Value);
    }

    [Fact]
    public async Task A_predictor_of_a_type_is_registered_with_a_map()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddTabular<House>("action", map => map.Map("x", h => h.Sqft), o => o.ModelPath = _path);
        builder.AddTabular("object", new FeatureMap<House>().Map("x", h => h.Beds), o => o.ModelPath = _path);
        foreach (string name in (string[])["action", "object"])
        {
            await using IPredictor<House, float> predictor = await builder.Source<House>(name).LoadAsync(Token);
            Assert.Equal(name, predictor.Metadata.Name);
            Assert.Equal(112, (await predictor.PredictAsync(new House(3, 3, 3, null), cancellationToken: Token)).Value);
        }
    }

    [Fact]
    public async Task Options_are_bound_from_the_section_of_the_name_and_code_comes_after()
    {
        string schema = Path.Combine(_folder, "schema.json");
        await File.WriteAllTextAsync(schema, "{\"features\":[{\"name\":\"x\",\"unit\":\"m\"}]}", Token);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["price:ModelPath"] = _path,
            ["price:SchemaPath"] = schema,
            ["price:FirstIteration"] = "1",
            ["price:IterationCount"] = "2",
        }).Build();
        var builder = new FakeInferenceBuilder(configuration);
        builder.AddTabular("price", o => o.IterationCount = 1);
        await using IPredictor<FeatureRow, float> predictor = await builder.Source<FeatureRow>("price").LoadAsync(Token);
        Assert.Equal("m", predictor.Metadata.InputSchema!.Features[0].Unit);
        Assert.Equal(10, predictor.GetService<TabularPredictor>()!.Predict([0f]));
    }

    [Fact]
    public void Every_option_at_fault_is_told_with_its_key_and_remedy()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddTabular("price", o =>
        {
            o.SchemaPath = " ";
            o.FirstIteration = -1;
            o.IterationCount = 0;
        });
        InferenceConfigurationException error = Assert.Throws<InferenceConfigurationException>(
            () => builder.Source<FeatureRow>("price"));
        Assert.Equal(
            [
                "price:ModelPath is not set. Set it to the path of a LightGBM, XGBoost or linear model.",
                "price:SchemaPath is blank. Set it to the path of a schema, or leave it out.",
                "price:FirstIteration is -1. Set it to 0 or more.",
                "price:IterationCount is 0. Set it to 1 or more, or leave it out to use all iterations.",
            ],
            error.Errors);
    }

    [Fact]
    public void A_key_that_is_no_option_is_told_with_the_other_errors()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Inference:price:ModelPth"] = _path,
            ["Inference:price:iterationcount"] = "0",
            ["Inference:price:Cache:Size"] = "1",
            ["Inference:other:Whatever"] = "1",
        }).Build();
        var builder = new FakeInferenceBuilder(configuration.GetSection("Inference"));
        builder.AddTabular("price");
        InferenceConfigurationException error = Assert.Throws<InferenceConfigurationException>(
            () => builder.Source<FeatureRow>("price"));
        const string Options = "The options are: ModelPath, SchemaPath, FirstIteration, IterationCount.";
        Assert.Equal(
            [
                "price:ModelPath is not set. Set it to the path of a LightGBM, XGBoost or linear model.",
                "price:IterationCount is 0. Set it to 1 or more, or leave it out to use all iterations.",
                $"Inference:price:Cache is no option of a tabular model. {Options}",
                $"Inference:price:ModelPth is no option of a tabular model. {Options}",
            ],
            error.Errors);
    }

    [Fact]
    public void Every_option_is_a_known_key() => Assert.Equal(
        typeof(TabularOptions).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
        TabularOptionKeys.All.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_map_that_does_not_fit_fails_the_description_and_the_load()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddTabular<House>("price", map => map.Map("y", h => h.Sqft), o => o.ModelPath = _path);
        IModelSource<IPredictor<House, float>> source = builder.Source<House>("price");
        Assert.Equal(2, Assert.Throws<InferenceConfigurationException>(source.Describe).Errors.Count);
        await Assert.ThrowsAsync<InferenceConfigurationException>(async () => await source.LoadAsync(Token));
    }

    [Fact]
    public async Task A_check_finds_a_missing_file_a_missing_schema_and_a_map_that_does_not_fit()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddTabular("gone", o => o.ModelPath = Path.Combine(_folder, "gone.txt"));
        builder.AddTabular("undescribed", o => (o.ModelPath, o.SchemaPath) = (_path, Path.Combine(_folder, "gone.json")));
        builder.AddTabular<House>("price", map => map.Map("y", h => h.Sqft), o => o.ModelPath = _path);

        var gone = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await builder.Source<FeatureRow>("gone").CheckAsync(Token));
        var undescribed = await Assert.ThrowsAsync<ModelLoadException>(
            async () => await builder.Source<FeatureRow>("undescribed").CheckAsync(Token));
        var price = await Assert.ThrowsAsync<InferenceConfigurationException>(
            async () => await builder.Source<House>("price").CheckAsync(Token));

        Assert.Contains("There is no model at", gone.Message, StringComparison.Ordinal);
        Assert.Contains("There is no schema at", undescribed.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Predictor 'price': The model has no feature 'y', which House is mapped to.",
            price.Errors[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_at_once_shares_one_parse()
    {
        const int Threads = 8;
        var text = new LightGbmText("x");
        for (int i = 0; i < 5000; i++)
        {
            text.Stump(0, "1.5", 0, 1, 2);
        }

        await File.WriteAllTextAsync(_path, text.ToString(), Token);
        var builder = new FakeInferenceBuilder();
        using var provider = new FakeLoggerProvider();
        builder.Services.AddLogging(logging => logging.AddProvider(provider));
        builder.AddTabular("price", o => o.ModelPath = _path);
        IModelSource<IPredictor<FeatureRow, float>> source = builder.Source<FeatureRow>("price");
        using var barrier = new Barrier(Threads);
        var schemas = new FeatureSchema?[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            barrier.SignalAndWait();
            schemas[i] = source.Describe().InputSchema;
        }))];

        Array.ForEach(threads, thread => thread.Start());
        await using IPredictor<FeatureRow, float> predictor = await source.LoadAsync(Token);
        Array.ForEach(threads, thread => thread.Join());

        Assert.Single(provider.Collector.GetSnapshot());
        Assert.All(schemas, schema => Assert.Same(predictor.Metadata.InputSchema, schema));
    }

    [Fact]
    public async Task A_described_model_is_not_read_again()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddTabular("price", o => o.ModelPath = _path);
        IModelSource<IPredictor<FeatureRow, float>> source = builder.Source<FeatureRow>("price");
        FeatureSchema schema = source.Describe().InputSchema!;
        File.Delete(_path);
        await using IPredictor<FeatureRow, float> predictor = await source.LoadAsync(Token);
        Assert.Same(schema, predictor.Metadata.InputSchema);
    }

    [Fact]
    public async Task A_model_that_could_not_be_read_is_tried_again()
    {
        var builder = new FakeInferenceBuilder();
        string later = Path.Combine(_folder, "later.txt");
        builder.AddTabular("price", o => o.ModelPath = later);
        IModelSource<IPredictor<FeatureRow, float>> source = builder.Source<FeatureRow>("price");
        Assert.Equal(ModelLoadError.NotFound, Assert.Throws<ModelLoadException>(source.Describe).Reason);
        await Assert.ThrowsAsync<ModelLoadException>(async () => await source.LoadAsync(Token));
        File.Move(_path, later);
        Assert.Equal("later", source.Describe().Model.Name);
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await source.LoadAsync(new CancellationToken(true)));
    }

    [Fact]
    public async Task The_clock_and_the_log_of_the_container_are_used()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        var builder = new FakeInferenceBuilder();
        using var provider = new FakeLoggerProvider();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddLogging(logging => logging.AddProvider(provider));
        builder.AddTabular("price", o => o.ModelPath = _path);
        await using IPredictor<FeatureRow, float> predictor = await builder.Source<FeatureRow>("price").LoadAsync(Token);
        Prediction<float> prediction = await predictor.PredictAsync(
            new FeatureRow(predictor.Metadata.InputSchema!, [0]), cancellationToken: Token);
        Assert.Equal(TimeSpan.FromSeconds(1), prediction.Timings.Decode);

        FakeLogRecord record = Assert.Single(provider.Collector.GetSnapshot());
        Assert.Equal(new EventId(3001, "TabularModelLoaded"), record.Id);
        Assert.Equal(
            "Predictor price: loaded a lightgbm-text model of 1 features and 3 trees in 1000 ms.", record.Message);
    }

    [Fact]
    public void A_taken_name_changes_no_options()
    {
        var builder = new FakeInferenceBuilder();
        builder.AddTabular("price", o => o.ModelPath = _path);
        Assert.Throws<InferenceConfigurationException>(() => builder.AddTabular("price", o => o.ModelPath = "other"));
        Assert.Equal("small", builder.Source<FeatureRow>("price").Describe().Model.Name);
    }
}
