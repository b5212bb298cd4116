using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

/// <summary>Requests of a model that has no place left.</summary>
public sealed class BusyModelTests
{
    private const string Prompt = "go";

    private readonly Turnstile _first = new();

    [Fact]
    public async Task The_rows_of_a_batch_wait_for_a_place_and_a_single_request_is_rejected()
    {
        await using GgufPredictor predictor = Predictors.On(NewBackend(), queueCapacity: 0);
        Task<Prediction<ChatResponse>> running = predictor.PredictAsync(new ChatRequest(Prompt)).AsTask();
        await _first.Reached;
        await using IAsyncEnumerator<Prediction<ChatResponse>> batch =
            predictor.PredictBatchAsync(Inputs(3)).GetAsyncEnumerator();
        Task<bool> row = batch.MoveNextAsync().AsTask();
        await Assert.ThrowsAsync<AdmissionRejectedException>(
            async () => await predictor.PredictAsync(new ChatRequest(Prompt)));
        Assert.False(row.IsCompleted);
        _first.Open();
        Assert.Equal("hi", (await running).Value.Text);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(await row);
            Assert.Equal("hi", batch.Current.Value.Text);
            row = batch.MoveNextAsync().AsTask();
        }

        Assert.False(await row);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_while_a_row_waits_ends()
    {
        await using GgufPredictor predictor = Predictors.On(NewBackend(), queueCapacity: 0);
        Task<Prediction<ChatResponse>> running = predictor.PredictAsync(new ChatRequest(Prompt)).AsTask();
        await _first.Reached;
        using var cancel = new CancellationTokenSource();
        await using IAsyncEnumerator<Prediction<ChatResponse>> batch =
            predictor.PredictBatchAsync(Inputs(1), cancellationToken: cancel.Token).GetAsyncEnumerator();
        Task<bool> row = batch.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => row);
        _first.Open();
        Assert.Equal("hi", (await running).Value.Text);
    }

    [Fact]
    public async Task A_predictor_that_is_disposed_says_which_it_is()
    {
        GgufPredictor predictor = Predictors.On(NewBackend());
        Task<Prediction<ChatResponse>> running = predictor.PredictAsync(new ChatRequest(Prompt)).AsTask();
        await _first.Reached;
        ValueTask disposal = predictor.DisposeAsync();
        _first.Open();
        await disposal;
        foreach (Task<Prediction<ChatResponse>> task in
            new[] { running, predictor.PredictAsync(new ChatRequest(Prompt)).AsTask() })
        {
            var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => task);
            Assert.Equal("assistant", error.ObjectName);
            Assert.StartsWith("Predictor 'assistant' has been disposed", error.Message, StringComparison.Ordinal);
        }
    }

    private static async IAsyncEnumerable<ChatRequest> Inputs(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return new ChatRequest(Prompt);
        }

        await Task.CompletedTask;
    }

    private FakeLlamaBackend NewBackend() => new(FakeModel.Scripted(SchedulerHarness.Tokens("hi")))
    {
        MaxSequences = 1,
        OnDecode = _ =>
        {
            _first.Pass();
            return DecodeStatus.Success;
        },
    };
}
