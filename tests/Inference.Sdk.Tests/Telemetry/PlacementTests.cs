using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tests.Telemetry;

public sealed class PlacementTests
{
    [Fact]
    public async Task It_is_off_where_the_options_say_so()
    {
        await using TelemetryFixture fixture = new(o => o.Telemetry = false);
        fixture.Inference.AddHouses("house-price").AddChat("assistant");

        await fixture.Houses.PredictAsync(new House(1));
        await fixture.Chat.PredictAsync(new ChatRequest("Hi"));

        Assert.Empty(fixture.Observer.Events);
    }

    [Fact]
    public async Task Single_predictors_can_have_it_all_the_same()
    {
        await using TelemetryFixture fixture = new(o => o.Telemetry = false);
        fixture.Inference.AddHouses("watched").UseTelemetry().AddHouses("unwatched").AddChat("assistant").UseTelemetry();

        await fixture.Houses.PredictAsync(new House(1));
        await fixture.Provider.GetRequiredKeyedService<IPredictor<House, double>>("unwatched").PredictAsync(new House(1));
        await fixture.Chat.PredictStreamingAsync(new ChatRequest("Hi")).ToListAsync();

        Assert.Equal(
            ["watched", "assistant"], fixture.Observer.Events.OfType<PredictionCompleted>().Select(c => c.Predictor));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Asking_for_it_does_not_double_it(int times)
    {
        await using TelemetryFixture fixture = new();
        IPredictorBuilder<House, double> builder = fixture.Inference.AddHouses("house-price");
        for (int i = 0; i < times; i++)
        {
            builder.UseTelemetry();
        }

        await fixture.Houses.PredictAsync(new House(1));

        Assert.Equal(["Started", "Completed"], fixture.Observer.Kinds);
    }

    [Fact]
    public async Task Where_it_is_asked_for_is_where_it_is()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("house-price")
            .Use((inner, _) => new Refusing(inner))
            .UseTelemetry();

        await Assert.ThrowsAsync<AdmissionRejectedException>(
            async () => await fixture.Houses.PredictAsync(new House(1)));

        Assert.Empty(fixture.Observer.Events);
    }

    [Fact]
    public async Task It_sees_energy_wherever_it_is()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("house-price", new FakePredictor
        {
            OnPredict = (_, o, _) => new(new Prediction<double>(1, Reports.Of(o, TimeSpan.FromSeconds(1)))),
        }).UseTelemetry();

        await fixture.Houses.PredictAsync(new House(1));

        Assert.Equal(5, fixture.Observer.Single<PredictionCompleted>().Report.Energy?.MidJoules);
    }

    [Fact]
    public async Task Another_predictor_s_telemetry_is_not_this_one_s()
    {
        await using TelemetryFixture fixture = new();
        fixture.Inference.AddHouses("inner").AddHouses("outer")
            .Use((_, s) => s.GetRequiredKeyedService<IPredictor<House, double>>("inner"));

        await fixture.Provider.GetRequiredKeyedService<IPredictor<House, double>>("outer").PredictAsync(new House(1));

        Assert.Equal(
            ["inner", "outer"], fixture.Observer.Events.OfType<PredictionCompleted>().Select(c => c.Predictor));
        Assert.Single(fixture.Observer.Events.OfType<PredictionCompleted>().Select(c => c.Id).Distinct());
    }

    private sealed class Refusing(IPredictor<House, double> inner) : DelegatingPredictor<House, double>(inner)
    {
        public override ValueTask<Prediction<double>> PredictAsync(
            House input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new AdmissionRejectedException("Full.");
    }
}
