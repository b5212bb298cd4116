using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tests.Catalog;

public sealed class PredictorCatalogTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Entries_are_in_the_order_of_registration()
    {
        _services.AddInference().AddChat("assistant").AddHouses("house-price").AddHouses("house-price-2");
        await using ServiceProvider provider = _services.BuildServiceProvider();

        IPredictorCatalog catalog = provider.GetRequiredService<IPredictorCatalog>();

        Assert.Equal(
            [
                new PredictorEntry(
                    "assistant", typeof(ChatRequest), typeof(ChatResponse), typeof(ChatResponseUpdate), true),
                new PredictorEntry("house-price", typeof(House), typeof(double), null, true),
                new PredictorEntry("house-price-2", typeof(House), typeof(double), null, false),
            ],
            catalog.Entries);
    }

    [Fact]
    public async Task Get_finds_by_name_and_by_types()
    {
        _services.AddInference().AddChat("assistant").AddHouses("house-price");
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IPredictorCatalog catalog = provider.GetRequiredService<IPredictorCatalog>();

        Assert.Same(catalog.Get("house-price"), catalog.Get<House, double>("house-price"));
        Assert.IsAssignableFrom<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>(
            catalog.Get<ChatRequest, ChatResponse>("assistant"));
        Assert.Throws<ArgumentNullException>(() => catalog.Get(null!));
        Assert.Throws<ArgumentNullException>(() => catalog.Get<House, double>(null!));
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_with_what_does()
    {
        _services.AddInference().AddChat("assistant").AddHouses("house-price");
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IPredictorCatalog catalog = provider.GetRequiredService<IPredictorCatalog>();

        var error = Assert.Throws<PredictorNotFoundException>(() => catalog.Get("cars"));

        Assert.Equal("cars", error.Name);
        Assert.Equal(
            "There is no predictor 'cars'. Registered are: 'assistant', an IStreamingPredictor<ChatRequest, ChatResponse, "
            + "ChatResponseUpdate>; 'house-price', an IPredictor<House, Double>.",
            error.Message);
    }

    [Fact]
    public async Task A_near_miss_is_told_what_was_probably_meant()
    {
        _services.AddInference().AddHouses("house-price");
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IPredictorCatalog catalog = provider.GetRequiredService<IPredictorCatalog>();

        var error = Assert.Throws<PredictorNotFoundException>(() => catalog.Get<House, double>("House-prise"));

        Assert.Equal(
            "There is no predictor 'House-prise'. Did you mean 'house-price'? Registered are: 'house-price', an "
            + "IPredictor<House, Double>.",
            error.Message);
    }

    [Fact]
    public async Task An_empty_catalog_says_so()
    {
        _services.AddInference();
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IPredictorCatalog catalog = provider.GetRequiredService<IPredictorCatalog>();

        var error = Assert.Throws<PredictorNotFoundException>(() => catalog.Get("any"));

        Assert.Equal(
            "There is no predictor 'any', nor any other. Register it on services.AddInference().", error.Message);
    }

    [Fact]
    public async Task Other_types_are_told_with_the_predictor_s_own()
    {
        _services.AddInference().AddHouses("house-price").AddChat("assistant");
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IPredictorCatalog catalog = provider.GetRequiredService<IPredictorCatalog>();

        var none = Assert.Throws<PredictorNotFoundException>(
            () => catalog.Get<House, Dictionary<string, int[]>>("house-price"));
        var other = Assert.Throws<PredictorNotFoundException>(() => catalog.Get<House, double>("assistant"));

        Assert.Equal(
            "Predictor 'house-price' is an IPredictor<House, Double>, not an IPredictor<House, Dictionary<String, Int32[]>>. "
            + "Ask for its own types.",
            none.Message);
        Assert.Equal(
            "Predictor 'assistant' is an IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>, not an "
            + "IPredictor<House, Double>. Ask for its own types, or for one that has these: 'house-price'.",
            other.Message);
    }
}
