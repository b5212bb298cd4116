using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inference.Sdk.Tests.Registration;

public sealed class DisposalTests
{
    private readonly ServiceCollection _services = new();
    private readonly List<string> _order = [];

    [Fact]
    public async Task A_model_is_disposed_once_however_often_it_was_resolved()
    {
        var model = new FakePredictor();
        _services.AddInference().AddHouses("house-price", model);
        await using (ServiceProvider provider = _services.BuildServiceProvider())
        {
            await provider.GetRequiredKeyedService<IPredictor<House, double>>("house-price").PredictAsync(new House(1));
            provider.GetRequiredKeyedService<IPredictor>("house-price");
            provider.GetRequiredService<IPredictor<House, double>>();
            Assert.Equal(0, model.Disposals);
        }

        Assert.Equal(1, model.Disposals);
    }

    [Fact]
    public async Task A_model_ends_after_what_uses_it_and_before_what_it_is_made_from()
    {
        _services.AddSingleton(_ => new Ends("ingredient", _order));
        _services.AddInference().AddHouses("house-price", new FakePredictor { OnDispose = () => _order.Add("model") })
            .Use((inner, services) =>
            {
                services.GetRequiredService<Ends>();
                return new Layer(inner, "middleware", _order);
            });
        _services.AddKeyedSingleton("user", (services, _) =>
        {
            services.GetRequiredKeyedService<IPredictor<House, double>>("house-price");
            return new Ends("user", _order);
        });

        await using (ServiceProvider provider = _services.BuildServiceProvider())
        {
            provider.GetRequiredKeyedService<Ends>("user");

            // Resolved as another service after its user was made: that must not end it before its user.
            await provider.GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(1));
        }

        Assert.Equal(["user", "middleware", "model", "ingredient"], _order);
    }

    [Fact]
    public async Task A_predictor_that_outlives_its_container_says_its_name_and_what_to_do()
    {
        _services.AddInference().AddHouses("house-price");
        ServiceProvider provider = _services.BuildServiceProvider();
        var predictor = provider.GetRequiredService<IPredictor<House, double>>();
        await provider.DisposeAsync();

        var error = await Assert.ThrowsAsync<ObjectDisposedException>(async () => await predictor.PredictAsync(new House(1)));

        Assert.Equal("house-price", error.ObjectName);
        Assert.StartsWith(
            "Predictor 'house-price' has been disposed with its container. Predict before the container ends, or resolve the "
            + "predictor from one that is in use.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_end_in_the_reverse_order_of_their_making()
    {
        _services.AddInference()
            .AddHouses("first", new FakePredictor { OnDispose = () => _order.Add("first") })
            .AddChat("second", new FakeChatPredictor { OnDispose = () => _order.Add("second") });
        await using (ServiceProvider provider = _services.BuildServiceProvider())
        {
            await provider.GetRequiredKeyedService<IPredictor<House, double>>("first").PredictAsync(new House(1));
            await provider.GetRequiredKeyedService<IChatClient>("second").GetResponseAsync("Hi");
        }

        Assert.Equal(["second", "first"], _order);
    }

    [Fact]
    public async Task Whoever_resolves_a_predictor_cannot_end_it()
    {
        _services.AddInference().AddChat("assistant", new FakeChatPredictor { OnDispose = () => _order.Add("model") });
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IChatClient client = provider.GetRequiredService<IChatClient>();

        await provider.GetRequiredKeyedService<IPredictor>("assistant").DisposeAsync();
        client.Dispose();

        Assert.Equal("Hello world", (await client.GetResponseAsync("Hi")).Text);
        Assert.Empty(_order);
    }

    [Fact]
    public async Task A_predictor_of_an_ended_container_says_so()
    {
        _services.AddInference().AddHouses("used").AddHouses("unused").AddChat("chat");
        ServiceProvider provider = _services.BuildServiceProvider();
        var used = provider.GetRequiredKeyedService<IPredictor<House, double>>("used");
        var unused = provider.GetRequiredKeyedService<IPredictor<House, double>>("unused");
        var chat = provider.GetRequiredService<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>();
        await used.PredictAsync(new House(1));
        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await used.PredictAsync(new House(1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await unused.PredictAsync(new House(1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await used.PredictBatchAsync(Sequences.Houses(1)).ToListAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync());
        Assert.Equal("used", used.Metadata.Name);
    }

    [Fact]
    public async Task A_container_that_is_ended_synchronously_says_how_to_end_it()
    {
        _services.AddInference().AddHouses("house-price");
        ServiceProvider provider = _services.BuildServiceProvider();
        provider.GetRequiredService<IPredictor<House, double>>();

        var error = Assert.Throws<InvalidOperationException>(provider.Dispose);

        Assert.Contains("Use DisposeAsync to dispose the container", error.Message, StringComparison.Ordinal);
        await provider.DisposeAsync();
    }

    [Fact]
    public void A_container_of_which_no_predictor_was_resolved_ends_either_way()
    {
        _services.AddInference().AddHouses("house-price");
        ServiceProvider provider = _services.BuildServiceProvider();
        provider.GetRequiredService<IPredictorCatalog>();

        provider.Dispose();
    }

    [Fact]
    public async Task A_host_ends_models_even_when_it_is_disposed_synchronously()
    {
        var model = new FakePredictor();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddInference().AddHouses("house-price", model).WarmUp();
        IHost host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();

        host.Dispose();

        Assert.Equal(1, model.Disposals);
    }

    private sealed class Ends(string name, List<string> order) : IDisposable
    {
        public void Dispose() => order.Add(name);
    }

    private sealed class Layer(IPredictor<House, double> inner, string name, List<string> order)
        : DelegatingPredictor<House, double>(inner)
    {
        public override ValueTask DisposeAsync()
        {
            order.Add(name);
            return base.DisposeAsync();
        }
    }
}
