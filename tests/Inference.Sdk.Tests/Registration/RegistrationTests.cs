using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tests.Registration;

public sealed class RegistrationTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Every_service_of_a_predictor_is_one_instance()
    {
        _services.AddInference().AddHouses("house-price");
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var keyed = provider.GetRequiredKeyedService<IPredictor<House, double>>("house-price");

        Assert.Same(keyed, provider.GetRequiredKeyedService<IPredictor>("house-price"));
        Assert.Same(keyed, provider.GetRequiredService<IPredictor<House, double>>());
        Assert.Same(keyed, provider.GetRequiredService<IPredictorCatalog>().Get("house-price"));
    }

    [Fact]
    public async Task A_chat_predictor_is_a_chat_client_too()
    {
        _services.AddInference().AddChat("assistant");
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var streaming = provider
            .GetRequiredKeyedService<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>("assistant");
        IChatClient client = provider.GetRequiredKeyedService<IChatClient>("assistant");

        Assert.Same(
            streaming, provider.GetRequiredService<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>());
        Assert.Same(streaming, provider.GetRequiredService<IPredictor<ChatRequest, ChatResponse>>());
        Assert.Same(streaming, provider.GetRequiredKeyedService<IPredictor>("assistant"));
        Assert.Same(client, provider.GetRequiredService<IChatClient>());
        Assert.Equal("Hello world", (await client.GetResponseAsync("Hi")).Text);
    }

    [Fact]
    public async Task The_first_registered_of_its_types_is_the_default()
    {
        _services.AddInference().AddHouses("first").AddHouses("second").AddChat("small").AddChat("large");
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal("first", provider.GetRequiredService<IPredictor<House, double>>().Metadata.Name);
        Assert.Same(
            provider.GetRequiredKeyedService<IChatClient>("small"), provider.GetRequiredService<IChatClient>());
        Assert.NotSame(
            provider.GetRequiredKeyedService<IChatClient>("large"), provider.GetRequiredService<IChatClient>());
    }

    [Fact]
    public async Task A_host_s_own_default_stays_the_default()
    {
        IPredictor<House, double> own = new FakePredictor();
        _services.AddSingleton(own);
        _services.AddInference().AddHouses("house-price");
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IPredictor<House, double>>());
        Assert.False(Assert.Single(provider.GetRequiredService<IPredictorCatalog>().Entries).IsDefault);
    }

    [Fact]
    public async Task Adding_inference_twice_adds_to_one_registry()
    {
        _services.AddInference().AddHouses("first");
        _services.AddInference().AddHouses("second");
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal(
            ["first", "second"], provider.GetRequiredService<IPredictorCatalog>().Entries.Select(e => e.Name));
        Assert.Single(provider.GetServices<IPredictorCatalog>());
        Assert.Single(provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>());
    }

    [Fact]
    public void A_later_call_without_a_section_has_the_earlier_one_s()
    {
        IConfiguration first = new ConfigurationBuilder().Build();
        IConfiguration second = new ConfigurationBuilder().Build();

        Assert.Null(_services.AddInference().Configuration);
        Assert.Same(first, _services.AddInference(first).Configuration);
        Assert.Same(first, _services.AddInference().AddHouses("a").Configuration);
        Assert.Same(second, _services.AddInference(second).Configuration);
        Assert.Same(_services, _services.AddInference().AddChat("b").Services);
    }

    [Fact]
    public void Two_predictors_of_one_name_are_refused()
    {
        IInferenceBuilder builder = _services.AddInference().AddHouses("assistant");

        var error = Assert.Throws<InferenceConfigurationException>(() => builder.AddChat("Assistant"));

        Assert.Equal(
            $"""
            Inference is misconfigured:{Environment.NewLine}- Two predictors have the name 'Assistant': 'assistant', an IPredictor<House, Double>, and 'Assistant', an IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>. Names are told apart without regard to case. Rename one.
            """,
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void A_predictor_without_a_name_is_refused(string? name)
    {
        var error = Assert.Throws<InferenceConfigurationException>(() => _services.AddInference().AddHouses(name!));

        Assert.Equal(
            $"Inference is misconfigured:{Environment.NewLine}"
            + "- An IPredictor<House, Double> was registered without a name. Give it one.",
            error.Message);
    }

    [Fact]
    public async Task A_refused_registration_leaves_nothing_behind()
    {
        IInferenceBuilder builder = _services.AddInference().AddHouses("assistant");
        int before = _services.Count;

        Assert.Throws<InferenceConfigurationException>(() => builder.AddChat("assistant"));

        Assert.Equal(before, _services.Count);
        await using ServiceProvider provider = _services.BuildServiceProvider();
        Assert.Single(provider.GetRequiredService<IPredictorCatalog>().Entries);
    }

    [Fact]
    public async Task One_collection_builds_several_containers()
    {
        _services.AddInference().AddHouses("house-price");
        await using ServiceProvider first = _services.BuildServiceProvider();
        await using ServiceProvider second = _services.BuildServiceProvider();

        Assert.NotSame(
            first.GetRequiredService<IPredictor<House, double>>(), second.GetRequiredService<IPredictor<House, double>>());
    }

    [Fact]
    public async Task A_scope_resolves_the_same_predictor_and_does_not_end_it()
    {
        _services.AddInference().AddHouses("house-price");
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        IPredictor<House, double> predictor;
        await using (AsyncServiceScope scope = provider.CreateAsyncScope())
        {
            predictor = scope.ServiceProvider.GetRequiredService<IPredictor<House, double>>();
        }

        Assert.Same(predictor, provider.GetRequiredService<IPredictor<House, double>>());
        Assert.Equal(3, (await predictor.PredictAsync(new House(3))).Value);
    }
}
