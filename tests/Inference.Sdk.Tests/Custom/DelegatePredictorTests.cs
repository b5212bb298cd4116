using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.Tests.Custom;

public sealed class DelegatePredictorTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_delegate_predicts_and_its_time_is_reported()
    {
        await using IPredictor<House, string> predictor = Predictor.Create<House, string>(
            "rule",
            (house, _) =>
            {
                _time.Advance(TimeSpan.FromSeconds(3));
                return new($"{house.Area:F0} sqft");
            },
            _time);

        Prediction<string> prediction = await predictor.PredictAsync(new House(9));

        Assert.Equal("9 sqft", prediction.Value);
        Assert.Equal(TimeSpan.FromSeconds(3), prediction.Timings.Total);
        Assert.Equal(TimeSpan.FromSeconds(3), prediction.Timings.Decode);
        Assert.Equal(default, prediction.Usage);
        Assert.Null(prediction.Energy);
        Assert.Equal("rule", prediction.Model.Name);
        Assert.Equal(7, prediction.Id.Version);
        Assert.Equal(("rule", PredictorKind.Custom), (predictor.Metadata.Name, predictor.Metadata.Kind));
        Assert.Same(predictor, predictor.GetService<IPredictor<House, string>>());
        Assert.Null(predictor.GetService<IPredictor<House, string>>("key"));
    }

    [Fact]
    public async Task The_caller_s_id_is_the_report_s()
    {
        await using IPredictor<House, double> predictor = Area();
        var options = new PredictionOptions { PredictionId = Guid.NewGuid() };

        Assert.Equal(options.PredictionId, (await predictor.PredictAsync(new House(1), options)).Id);
    }

    [Fact]
    public async Task A_batch_is_in_order_and_every_prediction_has_its_own_id()
    {
        await using IPredictor<House, double> predictor = Area();
        var options = new PredictionOptions { PredictionId = Guid.NewGuid() };

        List<Prediction<double>> batch =
            await predictor.PredictBatchAsync(Sequences.Houses(3, 1, 2), options).ToListAsync();

        Assert.Equal([3, 1, 2], batch.Select(p => p.Value));
        Assert.Equal(3, batch.Select(p => p.Id).Distinct().Count());
        Assert.DoesNotContain(options.PredictionId.Value, batch.Select(p => p.Id));
        Assert.NotNull(options.PredictionId);
    }

    [Fact]
    public async Task A_batch_reads_no_further_than_it_is_read()
    {
        int read = 0;
        await using IPredictor<House, double> predictor = Area();
        IAsyncEnumerable<House> inputs = Enumerable.Range(1, 100).Select(i =>
        {
            read++;
            return new House(i);
        }).ToAsyncEnumerable();

        await foreach (Prediction<double> prediction in predictor.PredictBatchAsync(inputs))
        {
            if (prediction.Value == 2)
            {
                break;
            }
        }

        Assert.Equal(2, read);
    }

    [Fact]
    public async Task The_input_at_fault_in_a_batch_is_told()
    {
        await using IPredictor<House, double> predictor = Predictor.Create<House, double>(
            "rule", (house, _) => house.Area < 0 ? throw new InvalidRequestException("Negative.", "Area") : new(house.Area));
        var delivered = new List<double>();

        var error = await Assert.ThrowsAsync<InvalidRequestException>(async () =>
        {
            await foreach (Prediction<double> prediction in predictor.PredictBatchAsync(Sequences.Houses(5, 6, -1, 7)))
            {
                delivered.Add(prediction.Value);
            }
        });

        Assert.Equal([5, 6], delivered);
        Assert.Equal(("Area", 2L), (error.Parameter, error.Row));
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_between_inputs_ends()
    {
        using var cancellation = new CancellationTokenSource();
        await using IPredictor<House, double> predictor = Area();
        IAsyncEnumerator<Prediction<double>> batch =
            predictor.PredictBatchAsync(Sequences.Houses(1, 2), null, cancellation.Token).GetAsyncEnumerator();
        Assert.True(await batch.MoveNextAsync());

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await batch.MoveNextAsync());
        await batch.DisposeAsync();
    }

    [Fact]
    public async Task A_cancelled_call_does_not_run_the_delegate()
    {
        bool ran = false;
        await using IPredictor<House, double> predictor = Predictor.Create<House, double>("rule", (_, _) =>
        {
            ran = true;
            return new(1);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await predictor.PredictAsync(new House(1), null, new CancellationToken(canceled: true)));

        Assert.False(ran);
    }

    [Fact]
    public async Task Disposal_waits_for_what_is_in_flight_and_lets_nothing_in()
    {
        var gate = new TaskCompletionSource<double>();
        IPredictor<House, double> predictor =
            Predictor.Create<House, double>("rule", (_, _) => new ValueTask<double>(gate.Task));
        Task<Prediction<double>> running = predictor.PredictAsync(new House(1)).AsTask();

        Task disposal = predictor.DisposeAsync().AsTask();

        Assert.False(disposal.IsCompleted);
        var error = await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await predictor.PredictAsync(new House(2)));
        Assert.StartsWith("Predictor 'rule' has been disposed.", error.Message, StringComparison.Ordinal);
        Assert.False(disposal.IsCompleted);
        gate.SetResult(4);
        await disposal;
        Assert.Equal(4, (await running).Value);
        await predictor.DisposeAsync();
    }

    [Fact]
    public async Task A_delegate_is_registered_like_a_model()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddInference()
            .AddPredictor<House, double>("area", (house, _) => new(house.Area))
            .AddHouses("other");
        await using ServiceProvider provider = services.BuildServiceProvider();
        var predictor = provider.GetRequiredService<IPredictor<House, double>>();

        Assert.Equal(6, (await predictor.PredictAsync(new House(6))).Value);
        Assert.Equal("area", predictor.Metadata.Name);
        Assert.Equal(PredictorKind.Custom, predictor.Metadata.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_name_is_needed(string name) =>
        Assert.Throws<ArgumentException>(() => Predictor.Create<House, double>(name, (_, _) => new(1)));

    private static IPredictor<House, double> Area() => Predictor.Create<House, double>("area", (h, _) => new(h.Area));
}
