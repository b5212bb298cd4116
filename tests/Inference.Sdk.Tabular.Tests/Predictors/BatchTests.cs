using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.Tabular.Tests.Predictors;

public sealed class BatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public async Task Predictions_come_in_the_order_of_inputs(int count)
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        List<Prediction<float>> predictions = await predictor
            .PredictBatchAsync(Inputs.Of(Enumerable.Range(0, count).Select(i => new House(i, 0, 0, null))), cancellationToken: Token)
            .ToListAsync(Token);
        Assert.Equal(Enumerable.Range(0, count).Select(i => (100f * i) + 7), predictions.Select(p => p.Value));
        Assert.Equal(count, predictions.Select(p => p.Id).Distinct().Count());
        Assert.All(predictions, p => Assert.Equal(1, p.Usage.Rows));
    }

    [Fact]
    public async Task An_id_of_the_options_is_nobodys()
    {
        var id = Guid.NewGuid();
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        List<Prediction<float>> predictions = await predictor.PredictBatchAsync(
            Inputs.Of(new House(1, 1, 1, null), new House(2, 1, 1, null)), new PredictionOptions { PredictionId = id }, Token)
            .ToListAsync(Token);
        Assert.DoesNotContain(predictions, p => p.Id == id);
    }

    [Fact]
    public async Task The_input_at_fault_ends_the_batch_after_those_before_it()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        IEnumerable<House> houses = Enumerable.Range(0, 300)
            .Select(i => new House(i == 270 ? double.NaN : i, 0, 0, null));
        var values = new List<float>();
        InvalidRequestException error = await Assert.ThrowsAsync<InvalidRequestException>(async () =>
        {
            await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(Inputs.Of(houses), cancellationToken: Token))
            {
                values.Add(prediction.Value);
            }
        });
        Assert.Equal(270, values.Count);
        Assert.Equal((270L, "sqft"), (error.Row, error.Parameter));
        Assert.StartsWith("Row 270: Feature 'sqft' is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_input_can_be_the_one_at_fault()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        InvalidRequestException error = await Assert.ThrowsAsync<InvalidRequestException>(async () =>
            await predictor.PredictBatchAsync(Inputs.Of(new House(double.NaN, 0, 0, null)), cancellationToken: Token).CountAsync(Token));
        Assert.Equal(0, error.Row);
    }

    [Fact]
    public async Task An_error_of_a_map_comes_after_the_predictions_before_it()
    {
        await using var predictor = new TabularPredictor<House>(
            Houses.Model, new FeatureMap<House>().Map("sqft", h => h.Location!.Length).Map("beds", h => h.Beds));
        var houses = Enumerable.Range(0, 10).Select(i => new House(1, 0, 0, i == 5 ? null : "coast"));
        int count = 0;
        NullReferenceException error = await Assert.ThrowsAsync<NullReferenceException>(async () =>
        {
            await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(Inputs.Of(houses), cancellationToken: Token))
            {
                count++;
            }
        });
        Assert.Equal(5, count);
        Assert.Contains(nameof(An_error_of_a_map_comes_after_the_predictions_before_it), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_null_is_told_with_its_position()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        FeatureRow row = Houses.Row(1, 1, 0, 0, 0);
        int count = 0;
        InvalidRequestException error = await Assert.ThrowsAsync<InvalidRequestException>(async () =>
        {
            await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(
                Inputs.Of(row, row, null!), cancellationToken: Token))
            {
                count++;
            }
        });
        Assert.Equal((2, 2L), (count, error.Row));
        Assert.Equal("Row 2: The row is null. Give a row to predict from.", error.Message);
    }

    [Fact]
    public async Task A_source_that_throws_before_it_is_awaited_loses_nothing()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        int count = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(
                new ThrowingSource(after: 3), cancellationToken: Token))
            {
                count++;
            }
        });
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task A_slow_source_delays_nobody()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        var channel = Channel.CreateUnbounded<House>();
        IAsyncEnumerator<Prediction<float>> predictions = predictor
            .PredictBatchAsync(channel.Reader.ReadAllAsync(Token), cancellationToken: Token).GetAsyncEnumerator(Token);
        for (int i = 0; i < 3; i++)
        {
            // The source has one item and no end in sight; its prediction must come all the same.
            await channel.Writer.WriteAsync(new House(i, 0, 0, null), Token);
            Assert.True(await predictions.MoveNextAsync());
            Assert.Equal((100 * i) + 7, predictions.Current.Value);
        }

        channel.Writer.Complete();
        Assert.False(await predictions.MoveNextAsync());
        await predictions.DisposeAsync();
    }

    [Fact]
    public async Task An_error_of_the_source_comes_after_the_predictions_before_it()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        int count = 0;
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(Failing(), cancellationToken: Token))
            {
                count++;
            }
        });
        Assert.Equal((2, "broken"), (count, error.Message));

        static async IAsyncEnumerable<House> Failing()
        {
            yield return new House(1, 1, 1, null);
            yield return new House(2, 1, 1, null);
            await Task.CompletedTask;
            throw new InvalidOperationException("broken");
        }
    }

    [Fact]
    public async Task A_batch_left_in_the_middle_lets_go_of_its_source()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        var released = new TaskCompletionSource();
        await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(Waiting(), cancellationToken: Token))
        {
            break;
        }

        await released.Task.WaitAsync(Token);

        async IAsyncEnumerable<House> Waiting([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                yield return new House(1, 1, 1, null);
                var never = new TaskCompletionSource();
                await never.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                released.SetResult();
            }
        }
    }

    [Fact]
    public async Task A_cancelled_batch_ends()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        int count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(
                Inputs.Of(Enumerable.Repeat(new House(1, 1, 1, null), 10_000)), cancellationToken: cancellation.Token))
            {
                if (++count == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        });
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task Look_ahead_is_bounded()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        int read = 0;
        await foreach (Prediction<float> prediction in predictor.PredictBatchAsync(Inputs.Of(Endless()), cancellationToken: Token))
        {
            break;
        }

        Assert.InRange(read, 1, 256);

        IEnumerable<House> Endless()
        {
            while (true)
            {
                read++;
                yield return new House(1, 1, 1, null);
            }
        }
    }

    [Fact]
    public async Task Charges_of_a_chunk_add_up_to_its_time()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromTicks(1000) };
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map, timeProvider: time);
        List<Prediction<float>> predictions = await predictor
            .PredictBatchAsync(Inputs.Of(Enumerable.Repeat(new House(1, 1, 1, null), 7)), cancellationToken: Token)
            .ToListAsync(Token);
        Assert.Equal(1000, predictions.Sum(p => p.Usage.ProcessorTime.Ticks));
        long[] charges = [.. predictions.Select(p => p.Usage.ProcessorTime.Ticks)];
        Assert.InRange(charges.Max() - charges.Min(), 0, 1);
        Assert.All(predictions, p => Assert.Equal(p.Timings.Total, p.Timings.Queue + p.Timings.Decode));
        Assert.True(predictions[0].Timings.Queue > predictions[6].Timings.Queue);
    }

    private sealed class ThrowingSource(int after) : IAsyncEnumerable<House>, IAsyncEnumerator<House>
    {
        private int _read;

        public House Current => new(1, 1, 1, null);

        public IAsyncEnumerator<House> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() =>
            _read++ < after ? ValueTask.FromResult(true) : throw new InvalidOperationException("broken");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
