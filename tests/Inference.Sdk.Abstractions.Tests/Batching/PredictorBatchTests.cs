using Microsoft.Extensions.AI;

namespace Inference.Sdk.Abstractions.Tests.Batching;

public sealed class PredictorBatchTests
{
    [Fact]
    public async Task Predictions_are_in_order_and_the_caller_s_id_is_not_theirs()
    {
        var predictor = new EchoPredictor();
        var options = new PredictionOptions { PredictionId = Guid.NewGuid() };

        List<Prediction<ChatResponse>> batch =
            await PredictorBatch.SequentialAsync(predictor, Requests("a", "b", "c"), options).ToListAsync();

        Assert.Equal(["a", "b", "c"], batch.Select(p => p.Value.Text));
        Assert.All(predictor.Asked, asked => Assert.Null(asked.Options!.PredictionId));
        Assert.NotNull(options.PredictionId);
    }

    [Fact]
    public async Task Options_without_an_id_are_handed_on_as_they_are()
    {
        var predictor = new EchoPredictor();
        var options = new PredictionOptions();

        await PredictorBatch.SequentialAsync(predictor, Requests("a"), options).ToListAsync();

        Assert.Same(options, predictor.Asked[0].Options);
    }

    [Fact]
    public async Task The_row_at_fault_is_told_and_the_error_stays_what_it_is()
    {
        int asked = 0;
        var error = new ContextOverflowException(9, 4);
        var predictor = new EchoPredictor { Fail = () => ++asked == 3 ? error : null };

        var thrown = await Assert.ThrowsAsync<ContextOverflowException>(
            async () => await PredictorBatch.SequentialAsync(predictor, Requests("a", "b", "c", "d")).ToListAsync());

        Assert.Same(error, thrown);
        Assert.Equal(2, thrown.Row);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_cancelled_batch_asks_for_nothing()
    {
        var predictor = new EchoPredictor();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await PredictorBatch
            .SequentialAsync(predictor, Requests("a"), null, new CancellationToken(canceled: true)).ToListAsync());

        Assert.Empty(predictor.Asked);
    }

    [Fact]
    public void Null_is_refused_when_it_is_called_and_not_when_it_is_read()
    {
        Assert.Throws<ArgumentNullException>(
            () => PredictorBatch.SequentialAsync<ChatRequest, ChatResponse>(null!, Requests()));
        Assert.Throws<ArgumentNullException>(
            () => PredictorBatch.SequentialAsync(new EchoPredictor(), (IAsyncEnumerable<ChatRequest>)null!));
    }

    private static IAsyncEnumerable<ChatRequest> Requests(params string[] texts) =>
        texts.Select(t => new ChatRequest(t)).ToAsyncEnumerable();
}
