using System.Runtime.CompilerServices;

namespace Inference.Sdk.Telemetry;

/// <summary>Tells of every prediction and every stream that passes through.</summary>
internal sealed class TelemetryStreamingPredictor<TInput, TOutput, TUpdate>(
    IStreamingPredictor<TInput, TOutput, TUpdate> inner, PredictionTelemetry telemetry)
    : DelegatingStreamingPredictor<TInput, TOutput, TUpdate>(inner)
{
    public override ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        telemetry.IsListening
            ? telemetry.PredictAsync(Inner, input, options, cancellationToken)
            : Inner.PredictAsync(input, options, cancellationToken);

    public override IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        telemetry.IsListening
            ? telemetry.PredictBatchAsync(Inner, inputs, options, cancellationToken)
            : Inner.PredictBatchAsync(inputs, options, cancellationToken);

    public override IAsyncEnumerable<TUpdate> PredictStreamingAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        telemetry.IsListening
            ? StreamAsync(input, options, cancellationToken)
            : Inner.PredictStreamingAsync(input, options, cancellationToken);

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(PredictionTelemetry)
            ? telemetry
            : base.GetService(serviceType, serviceKey);

    private async IAsyncEnumerable<TUpdate> StreamAsync(
        TInput input, PredictionOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PredictionRun run = telemetry.Begin(Inner, options, streaming: true);
        run.Pause();
        IAsyncEnumerator<TUpdate> updates = Open(run, input, cancellationToken);
        PredictionReport? report = null;
        bool first = true;
        try
        {
            while (true)
            {
                run.Resume();
                try
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }
                catch (Exception error)
                {
                    run.Fail(error);
                    throw;
                }

                run.Pause();
                if (first)
                {
                    run.FirstUpdate();
                    first = false;
                }

                report = PredictionReport.TryGet(updates.Current, out PredictionReport? carried) ? carried : report;
                run.FinishReason = FinishReasons.Of(updates.Current) ?? run.FinishReason;
                yield return updates.Current;
            }

            run.Pause();
            run.CompleteStream(report);
        }
        finally
        {
            try
            {
                // Before its end is told: an engine whose stream is left tells here what it has consumed.
                await updates.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                run.LeaveStream();
            }
        }
    }

    private IAsyncEnumerator<TUpdate> Open(PredictionRun run, TInput input, CancellationToken cancellationToken)
    {
        run.Resume();
        try
        {
            IAsyncEnumerator<TUpdate> updates = Inner
                .PredictStreamingAsync(input, run.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            run.Pause();
            return updates;
        }
        catch (Exception error)
        {
            run.Fail(error);
            throw;
        }
    }
}
