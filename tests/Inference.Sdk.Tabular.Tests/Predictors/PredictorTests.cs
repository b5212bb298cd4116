using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.Tabular.Tests.Predictors;

public sealed class PredictorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prediction_reports_what_it_took()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
        {
            AutoAdvanceAmount = TimeSpan.FromMilliseconds(5),
        };
        await using var predictor = new TabularPredictor(Houses.Model, "named", time);
        Prediction<float> prediction = await predictor.PredictAsync(Houses.Row(1, 1, 0, 0, 0), cancellationToken: Token);

        Assert.Equal(1, prediction.Usage.Rows);
        Assert.Equal(TimeSpan.FromMilliseconds(5), prediction.Usage.ProcessorTime);
        Assert.Equal(TimeSpan.FromMilliseconds(5), prediction.Timings.Decode);
        Assert.Equal(TimeSpan.FromMilliseconds(5), prediction.Timings.Total);
        Assert.Equal(TimeSpan.Zero, prediction.Timings.Queue);
        Assert.Equal(Houses.Model.Identity, prediction.Model);
        Assert.Equal(7, prediction.Id.Version);
        Assert.Equal(CacheStatus.None, prediction.Cache);
        Assert.Null(prediction.Energy);
    }

    [Fact]
    public async Task The_callers_id_is_kept()
    {
        var id = Guid.NewGuid();
        await using var predictor = new TabularPredictor(Houses.Model);
        Prediction<float> prediction = await predictor.PredictAsync(
            Houses.Row(1, 1, 0, 0, 0), new PredictionOptions { PredictionId = id }, Token);
        Assert.Equal(id, prediction.Id);
    }

    [Fact]
    public async Task The_metadata_tells_name_schema_and_facts()
    {
        await using TabularPredictor predictor = await Models.PredictorAsync(
            new LightGbmText("x") { Objective = "poisson" }.Stump(0, "1", 0, 1, 2).ToString());
        PredictorMetadata metadata = predictor.Metadata;
        Assert.Equal(("model", PredictorKind.Tabular, "cpu"), (metadata.Name, metadata.Kind, metadata.Device));
        Assert.Same(predictor.Model.Schema, metadata.InputSchema);
        Assert.Same(predictor.Model.Output, metadata.Output);
        Assert.Equal(
            "features=1 leaves=2 objective=poisson trees=1",
            string.Join(' ', metadata.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")));
    }

    [Fact]
    public async Task Services_lead_to_the_predictor_and_its_model()
    {
        await using var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map);
        Assert.Same(predictor, predictor.GetService<IPredictor<House, float>>());
        Assert.Same(Houses.Model, predictor.GetService<TabularModel>());
        TabularPredictor fast = Assert.IsType<TabularPredictor>(predictor.GetService<TabularPredictor>());
        Assert.Equal(1107, fast.Predict([1d, 1, 0, 1, 0]));
        Assert.Null(predictor.GetService<string>());
        Assert.Null(predictor.GetService<TabularModel>("key"));
    }

    [Fact]
    public async Task A_cancelled_prediction_does_not_start()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await predictor.PredictAsync(Houses.Row(1, 1, 0, 0, 0), cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task Errors_come_out_of_the_task_and_never_of_the_call()
    {
        await using var rows = new TabularPredictor(Houses.Model);
        await using var typed = new TabularPredictor<House>(
            Houses.Model, new FeatureMap<House>().Map("sqft", h => h.Location!.Length).Map("beds", h => h.Beds));
        var disposed = new TabularPredictor(Houses.Model);
        await disposed.DisposeAsync();

        ValueTask<Prediction<float>> refused = rows.PredictAsync(Houses.Row(double.NaN, 1, 0, 0, 0), cancellationToken: Token);
        ValueTask<Prediction<float>> nothing = rows.PredictAsync(null!, cancellationToken: Token);
        ValueTask<Prediction<float>> broken = typed.PredictAsync(new House(1, 1, 1, null), cancellationToken: Token);
        ValueTask<Prediction<float>> late = disposed.PredictAsync(Houses.Row(1, 1, 0, 0, 0), cancellationToken: Token);
        ValueTask<Prediction<float>> cancelled = rows.PredictAsync(
            Houses.Row(1, 1, 0, 0, 0), cancellationToken: new CancellationToken(canceled: true));

        await Assert.ThrowsAsync<InvalidRequestException>(async () => await refused);
        await Assert.ThrowsAsync<InvalidRequestException>(async () => await nothing);
        await Assert.ThrowsAsync<NullReferenceException>(async () => await broken);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await late);
        Assert.True(cancelled.IsCanceled);
    }

    [Fact]
    public async Task A_disposed_predictor_is_called_by_its_name()
    {
        var predictor = new TabularPredictor<House>(Houses.Model, Houses.Map, "house-price");
        await predictor.DisposeAsync();

        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(
            () => predictor.Predict(new House(1, 1, 1, null)));

        Assert.Equal("house-price", error.ObjectName);
        Assert.StartsWith(
            "Predictor 'house-price' has been disposed. Make another of the same model, which is not disposed.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prediction_that_takes_less_than_a_tick_is_told_to_take_one()
    {
        await using var predictor = new TabularPredictor(Houses.Model, timeProvider: new FakeTimeProvider());
        FeatureRow row = Houses.Row(1, 1, 0, 0, 0);

        Prediction<float> one = await predictor.PredictAsync(row, cancellationToken: Token);
        List<Prediction<float>> batch = await predictor.PredictBatchAsync(
            Inputs.Of(Enumerable.Repeat(row, 3)), cancellationToken: Token).ToListAsync(Token);

        Assert.All(batch.Append(one), prediction =>
        {
            Assert.Equal(1, prediction.Usage.ProcessorTime.Ticks);
            Assert.Equal(
                (0, 1, 1),
                (prediction.Timings.Queue.Ticks, prediction.Timings.Decode.Ticks, prediction.Timings.Total.Ticks));
        });
    }

    [Fact]
    public async Task Predictions_after_disposal_throw()
    {
        var predictor = new TabularPredictor(Houses.Model);
        var typed = new TabularPredictor<House>(Houses.Model, Houses.Map);
        await predictor.DisposeAsync();
        await predictor.DisposeAsync();
        await typed.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(new float[5]));
        Assert.Throws<ObjectDisposedException>(() => predictor.PredictRaw(new double[5]));
        Assert.Throws<ObjectDisposedException>(() => predictor.PredictBatch(new float[5], new float[1]));
        Assert.Throws<ObjectDisposedException>(() => typed.Predict(new House(1, 1, 1, null)));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await predictor.PredictAsync(Houses.Row(1, 1, 0, 0, 0), cancellationToken: Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await predictor.PredictBatchAsync(Inputs.Of(Houses.Row(1, 1, 0, 0, 0)), cancellationToken: Token)
                .CountAsync(Token));
        Assert.Equal("houses", predictor.Metadata.Name);
    }

    [Fact]
    public async Task A_model_serves_several_predictors()
    {
        var first = new TabularPredictor(Houses.Model);
        await first.DisposeAsync();
        await using var second = new TabularPredictor(Houses.Model);
        Assert.Equal(1105, second.Predict([1d, 1, 0, 0, 0]));
    }

    [Fact]
    public async Task A_batch_of_spans_is_predicted_row_by_row()
    {
        await using var predictor = new TabularPredictor(Houses.Model);
        float[] output = new float[3];
        predictor.PredictBatch([1f, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 1, 0, 1, 0], output);
        Assert.Equal([105f, 205f, 1307f], output);
        double[] wide = new double[1];
        predictor.PredictBatch([1d, 0, 0, 0, 0], wide);
        Assert.Equal([105d], wide);
        predictor.PredictBatch(ReadOnlySpan<float>.Empty, []);
    }
}
