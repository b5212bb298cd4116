using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp;

/// <content>Batches: as many predictions at a time as the model has sequences, so that they share its steps.</content>
public sealed partial class GgufPredictor
{
    /// <inheritdoc/>
    public IAsyncEnumerable<Prediction<ChatResponse>> PredictBatchAsync(
        IAsyncEnumerable<ChatRequest> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ThrowIfDisposed();
        return BatchAsync(inputs, cancellationToken);
    }

    private async IAsyncEnumerable<Prediction<ChatResponse>> BatchAsync(
        IAsyncEnumerable<ChatRequest> inputs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<Prediction<ChatResponse>>>(_lookAhead);
        IAsyncEnumerator<ChatRequest> source = inputs.GetAsyncEnumerator(ending.Token);
        Task<bool>? next = null;
        try
        {
            long row = 0;
            next = source.MoveNextAsync().AsTask();
            while (next is not null || running.Count > 0)
            {
                if (next is not null && running.Count < _lookAhead
                    && await IsInputNextAsync(next, running).ConfigureAwait(false))
                {
                    bool hasInput = await next.ConfigureAwait(false);
                    next = null;
                    if (hasInput)
                    {
                        running.Enqueue(PredictRowAsync(source.Current, row++, ending.Token));
                        next = source.MoveNextAsync().AsTask();
                    }

                    continue;
                }

                yield return await running.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Whether an input comes before the prediction that is due: a slow source must not hold up what is done.
    private static async ValueTask<bool> IsInputNextAsync(Task<bool> next, Queue<Task<Prediction<ChatResponse>>> running) =>
        running.Count == 0 || next == await Task.WhenAny(next, running.Peek()).ConfigureAwait(false);

    private async Task<Prediction<ChatResponse>> PredictRowAsync(
        ChatRequest input, long row, CancellationToken cancellationToken)
    {
        try
        {
            if (input is null)
            {
                throw new InvalidRequestException("The input is null. Leave it out.", "inputs");
            }

            // Who reads the batch sets its pace: rows wait for a place, where a single request would be told to come back.
            return await PredictAsync(input, null, waits: true, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidRequestException error) when (error.Row is null)
        {
            throw new InvalidRequestException($"Input {row}: {error.Message}", error.Parameter, row, error);
        }
    }
}
