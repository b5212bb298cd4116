using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

public class PluginTests
{
    [Fact]
    public void Predictors_share_a_plugin()
    {
        var kernel = new Kernel();

        kernel.Plugins.AddFromPredictor(Houses.CreatePredictor());
        KernelPlugin plugin = kernel.Plugins.AddFromPredictor(
            Houses.CreateTypedPredictor(),
            HouseJsonContext.Default.House,
            HouseJsonContext.Default.PriceEstimate,
            new PredictorFunctionOptions { FunctionName = "house_estimate" });

        Assert.Same(plugin, Assert.Single(kernel.Plugins));
        Assert.Equal(["house_price", "house_estimate"], plugin.Select(f => f.Name));
        Assert.Equal("Predictions by machine-learning models.", plugin.Description);
    }

    [Fact]
    public void A_predictor_joins_a_plugin_of_the_hosts()
    {
        ICollection<KernelPlugin> plugins =
        [
            KernelPluginFactory.CreateFromFunctions(
                "houses", "All about houses.", [KernelFunctionFactory.CreateFromMethod(() => 1, "count")]),
        ];

        plugins.AddFromPredictor(
            new FakePredictor<FeatureRow, float[]>(Houses.Metadata, _ => [1f]),
            HouseJsonContext.Default.SingleArray,
            new PredictorFunctionOptions { PluginName = "Houses" });

        KernelPlugin plugin = Assert.Single(plugins);
        Assert.Equal("houses", plugin.Name);
        Assert.Equal("All about houses.", plugin.Description);
        Assert.Equal(["count", "predict_house_price"], plugin.Select(f => f.Name));
    }

    [Fact]
    public void Two_functions_of_one_name_are_refused()
    {
        var plugins = new KernelPluginCollection();
        plugins.AddFromPredictor(Houses.CreatePredictor());

        ArgumentException e = Assert.Throws<ArgumentException>(
            () => plugins.AddFromPredictor(Houses.CreatePredictor()));

        Assert.Equal(
            "The plugin 'predict' would have two functions 'house_price'. Give one of them another name with "
            + "PredictorFunctionOptions.FunctionName.",
            e.Message);
        Assert.Single(Assert.Single(plugins));
    }

    [Fact]
    public void A_builder_takes_predictors_of_the_hosts()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Plugins.AddFromPredictor(Houses.CreatePredictor());

        Kernel kernel = builder.Build();

        Assert.Equal("house_price", Assert.Single(Assert.Single(kernel.Plugins)).Name);
    }

    [Fact]
    public async Task A_builder_finds_predictors_by_name()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(
            Houses.CreatePredictor(),
            new FakePredictor<FeatureRow, float[]>(Houses.Metadata with { Name = "scores" }, _ => [1f]),
            new FakePredictor<House, PriceEstimate>(
                Houses.Metadata with { Name = "estimate" }, h => new PriceEstimate(h.Sqft, "USD")));
        builder.Plugins
            .AddFromPredictor("house-price")
            .AddFromPredictor("scores", HouseJsonContext.Default.SingleArray, new() { PluginName = "raw" })
            .AddFromPredictor("estimate", HouseJsonContext.Default.House, HouseJsonContext.Default.PriceEstimate);

        Kernel kernel = builder.Build();
        FunctionResult result = await kernel.InvokeAsync(
            "predict", "estimate", new() { ["sqft"] = 5, ["bedrooms"] = 1 });

        Assert.Equal(
            ["predict.estimate", "predict.house_price", "raw.predict_scores"],
            kernel.Plugins.SelectMany(p => p).Select(f => f.ToString()).Order());
        Assert.Equal("""{"price":5,"currency":"USD"}""", result.ToString());
    }

    [Fact]
    public void A_name_that_nothing_has_fails_the_build_of_the_kernel()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(Houses.CreatePredictor());
        builder.Plugins.AddFromPredictor("house-prize");

        PredictorNotFoundException e = Assert.Throws<PredictorNotFoundException>(() => builder.Build());

        Assert.Equal("house-prize", e.Name);
        Assert.StartsWith("There is no predictor 'house-prize'. Did you mean 'house-price'?", e.Message);
    }

    [Fact]
    public void A_predictor_of_other_types_is_told_with_the_method_for_them()
    {
        FakePredictor<House, PriceEstimate> typed = Houses.CreateTypedPredictor();
        var vectors = new FakePredictor<FeatureRow, float[]>(Houses.Metadata, _ => [1f]);

        string ofTypes = BuildError([typed], plugins => plugins.AddFromPredictor("house-price"));
        string ofOutput = BuildError([vectors], plugins => plugins.AddFromPredictor("house-price"));
        string ofRows = BuildError([Houses.CreatePredictor()], plugins => plugins.AddFromPredictor(
            "house-price", HouseJsonContext.Default.House, HouseJsonContext.Default.PriceEstimate));

        Assert.StartsWith("Predictor 'house-price' is an IPredictor<House, PriceEstimate>", ofTypes);
        Assert.EndsWith(
            " A function of it is made by AddFromPredictor(\"house-price\", inputType, outputType), with System.Text.Json's "
            + "JsonTypeInfo of its types.",
            ofTypes);
        Assert.EndsWith(
            " A function of it is made by AddFromPredictor(\"house-price\", outputType), with System.Text.Json's "
            + "JsonTypeInfo of its types.",
            ofOutput);
        Assert.EndsWith(" A function of it is made by AddFromPredictor(\"house-price\").", ofRows);
    }

    [Fact]
    public void A_language_model_is_no_function()
    {
        string error = BuildError(
            [FakeChatPredictor.Calling("{}")], plugins => plugins.AddFromPredictor("assistant"));

        Assert.EndsWith(
            " It is a language model, which no function is made of: add it with AddInferenceChatCompletion(\"assistant\").",
            error);
    }

    [Fact]
    public async Task Disposing_a_built_kernels_services_disposes_its_predictors()
    {
        FakePredictor<FeatureRow, float> houses = Houses.CreatePredictor();
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(houses);
        builder.Plugins.AddFromPredictor("house-price");
        Kernel kernel = builder.Build();
        await kernel.InvokeAsync("predict", "house_price", new() { ["sqft"] = 1 });

        Assert.False(houses.IsDisposed);
        await ((IAsyncDisposable)kernel.Services).DisposeAsync();

        Assert.True(houses.IsDisposed);
    }

    [Fact]
    public void Building_a_kernel_loads_no_model()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        var source = new UnloadableSource();
        builder.Services.AddInference().AddPredictor("house-price", _ => source);
        builder.Plugins.AddFromPredictor("house-price");

        Kernel kernel = builder.Build();

        Assert.Equal(3, kernel.Plugins.GetFunction("predict", "house_price").Metadata.Parameters.Count);
        Assert.Equal(0, source.Loads);
    }

    [Fact]
    public void Without_AddInference_a_builder_says_what_is_missing()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Plugins.AddFromPredictor("house-price");

        InferenceConfigurationException e = Assert.Throws<InferenceConfigurationException>(() => builder.Build());

        Assert.Equal(
            ["The container has no predictors. Call AddInference() on the services that the kernel is built from, and "
                + "add predictors to what it returns."],
            e.Errors);
    }

    private static string BuildError(IFake[] predictors, Action<IKernelBuilderPlugins> add)
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(predictors);
        add(builder.Plugins);
        return Assert.Throws<PredictorNotFoundException>(() => builder.Build()).Message;
    }

    private sealed class UnloadableSource : IModelSource<IPredictor<FeatureRow, float>>
    {
        public int Loads { get; private set; }

        public PredictorMetadata Describe() => Houses.Metadata;

        public ValueTask<IPredictor<FeatureRow, float>> LoadAsync(CancellationToken cancellationToken = default)
        {
            Loads++;
            throw new ModelLoadException(ModelLoadError.NotFound, null, "There is no model.");
        }
    }
}
