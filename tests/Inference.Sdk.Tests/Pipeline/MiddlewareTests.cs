using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tests.Pipeline;

public sealed class MiddlewareTests
{
    private readonly ServiceCollection _services = new();
    private readonly List<string> _order = [];

    [Fact]
    public async Task The_first_added_is_the_outermost()
    {
        _services.AddInference().AddHouses("house-price")
            .Use((inner, _) => new Tracing(inner, "first", _order))
            .Use((inner, _) => new Tracing(inner, "second", _order));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(1));

        Assert.Equal(["first in", "second in", "second out", "first out"], _order);
    }

    [Fact]
    public async Task A_middleware_is_made_once()
    {
        int made = 0;
        _services.AddInference().AddHouses("house-price").Use((inner, _) =>
        {
            made++;
            return inner;
        });
        await using ServiceProvider provider = _services.BuildServiceProvider();

        provider.GetRequiredService<IPredictor<House, double>>();
        provider.GetRequiredKeyedService<IPredictor>("house-price");

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_middleware_of_a_chat_predictor_sees_the_chat_client_s_calls()
    {
        _services.AddInference().AddChat("assistant").Use((inner, _) => new Shouting(inner));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        List<ChatResponseUpdate> updates = await provider.GetRequiredService<IChatClient>()
            .GetStreamingResponseAsync("Hi").ToListAsync();

        Assert.Equal("HELLO WORLD", string.Concat(updates.Select(u => u.Text)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_middleware_throws_comes_out_of_the_task_whether_anybody_listens_or_not(bool listened)
    {
        if (listened)
        {
            _services.AddSingleton<IInferenceObserver>(new RecordingObserver());
        }

        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        _services.AddInference()
            .AddHouses("broken").Use((_, _) => new FakePredictor { OnPredict = (_, _, _) => throw new EngineException("Broken.") })
            .AddHouses("cancelled").Use((_, _) => new FakePredictor
            {
                OnPredict = (_, _, token) => throw new OperationCanceledException(token),
            })
            .AddChat("chat").Use((inner, _) => new Refusing(inner));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        ValueTask<Prediction<double>> broken = provider
            .GetRequiredKeyedService<IPredictor<House, double>>("broken").PredictAsync(new House(1));
        ValueTask<Prediction<double>> cancelled = provider
            .GetRequiredKeyedService<IPredictor<House, double>>("cancelled").PredictAsync(new House(1), null, cancellation.Token);
        ValueTask<Prediction<ChatResponse>> chat = provider
            .GetRequiredService<IPredictor<ChatRequest, ChatResponse>>().PredictAsync(new ChatRequest("Hi"));

        Assert.True(cancelled.IsCanceled);
        await Assert.ThrowsAsync<EngineException>(async () => await broken);
        await Assert.ThrowsAsync<EngineException>(async () => await chat);
    }

    [Fact]
    public async Task A_middleware_may_use_another_predictor()
    {
        _services.AddInference()
            .AddHouses("fallback")
            .AddHouses("main", new FakePredictor { OnPredict = (_, _, _) => throw new EngineException("Broken.") })
            .Use((inner, s) => new Fallback(inner, s.GetRequiredKeyedService<IPredictor<House, double>>("fallback")));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Prediction<double> prediction = await provider
            .GetRequiredKeyedService<IPredictor<House, double>>("main").PredictAsync(new House(9));

        Assert.Equal(9, prediction.Value);
    }

    [Fact]
    public async Task A_middleware_that_resolves_its_own_predictor_is_refused()
    {
        _services.AddInference().AddHouses("circle")
            .Use((_, s) => s.GetRequiredKeyedService<IPredictor<House, double>>("circle"));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var error = Assert.Throws<InferenceConfigurationException>(
            () => provider.GetRequiredKeyedService<IPredictor<House, double>>("circle"));

        Assert.Equal(
            $"Inference is misconfigured:{Environment.NewLine}- Predictor 'circle': its middleware resolves the predictor "
            + "itself, or one that resolves it. Resolve it when a prediction is made, or break the circle.",
            error.Message);
    }

    [Fact]
    public async Task A_middleware_that_is_null_is_refused()
    {
        _services.AddInference().AddHouses("house-price").Use((inner, _) => inner).Use((_, _) => null!);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var error = Assert.Throws<InferenceConfigurationException>(
            () => provider.GetRequiredKeyedService<IPredictor<House, double>>("house-price"));

        Assert.Equal(
            "Predictor 'house-price': middleware 2 of 2 is null. Return the predictor it was given, or one that wraps it.",
            Assert.Single(error.Errors));
    }

    [Fact]
    public async Task The_engine_gets_the_caller_s_options_and_token()
    {
        PredictionOptions? seen = null;
        CancellationToken seenToken = default;
        var options = new PredictionOptions { PredictionId = Guid.NewGuid() };
        using var cancellation = new CancellationTokenSource();
        _services.AddInference().AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, o, token) =>
            {
                (seen, seenToken) = (o, token);
                return new(new Prediction<double>(1, Reports.Of(o)));
            },
        });
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Prediction<double> prediction = await provider
            .GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(1), options, cancellation.Token);

        Assert.Same(options, seen);
        Assert.Equal(cancellation.Token, seenToken);
        Assert.Equal(options.PredictionId, prediction.Id);
    }

    private sealed class Tracing(IPredictor<House, double> inner, string name, List<string> order)
        : DelegatingPredictor<House, double>(inner)
    {
        public override async ValueTask<Prediction<double>> PredictAsync(
            House input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
        {
            order.Add($"{name} in");
            Prediction<double> prediction = await base.PredictAsync(input, options, cancellationToken);
            order.Add($"{name} out");
            return prediction;
        }
    }

    private sealed class Fallback(IPredictor<House, double> inner, IPredictor<House, double> other)
        : DelegatingPredictor<House, double>(inner)
    {
        public override async ValueTask<Prediction<double>> PredictAsync(
            House input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
        {
            try
            {
                return await base.PredictAsync(input, options, cancellationToken);
            }
            catch (EngineException)
            {
                return await other.PredictAsync(input, options, cancellationToken);
            }
        }
    }

    private sealed class Shouting(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> inner)
        : DelegatingStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(inner)
    {
        public override IAsyncEnumerable<ChatResponseUpdate> PredictStreamingAsync(
            ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            base.PredictStreamingAsync(input, options, cancellationToken)
                .Select(u => new ChatResponseUpdate(u.Role, u.Text.ToUpperInvariant()));
    }

    private sealed class Refusing(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> inner)
        : DelegatingStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>(inner)
    {
        public override ValueTask<Prediction<ChatResponse>> PredictAsync(
            ChatRequest input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new EngineException("Refused.");
    }
}
