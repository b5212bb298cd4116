using System.Diagnostics;
using System.Runtime.CompilerServices;
using Inference.Sdk.Energy;

namespace Inference.Sdk.Telemetry;

/// <summary>The telemetry of one predictor: what its plain and its streaming middleware share.</summary>
internal sealed class PredictionTelemetry(
    string name, bool isChat, InferenceMetrics metrics, ObserverSet observers, EnergyAccount? energy, TimeProvider time)
{
    private readonly ActivityStarter _activities = new(name, isChat);
    private volatile string? _kind;

    /// <summary>Gets the name of the predictor it is of.</summary>
    public string Name => name;

    public TimeProvider Time => time;

    public ObserverSet Observers => observers;

    public InferenceMetrics Metrics => metrics;

    /// <summary>Gets whether anybody would notice. A prediction that nobody listens to passes without a trace.</summary>
    public bool IsListening => !observers.IsEmpty || metrics.Enabled || TelemetryNames.Source.HasListeners();

    public async ValueTask<Prediction<TOutput>> PredictAsync<TInput, TOutput>(
        IPredictor<TInput, TOutput> inner, TInput input, PredictionOptions? options, CancellationToken cancellationToken)
    {
        PredictionRun run = Begin(inner, options, streaming: false);
        Prediction<TOutput> prediction;
        try
        {
            prediction = await inner.PredictAsync(input, run.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            run.Fail(error);
            throw;
        }

        run.FinishReason = FinishReasons.Of(prediction.Value);
        run.Complete(prediction.Report);
        return prediction;
    }

    /// <summary>Tells of each prediction of a batch when it is delivered, under the id it was given. Its time is the one its
    /// report tells, because what is waited for is shared with its neighbours.</summary>
    public async IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync<TInput, TOutput>(
        IPredictor<TInput, TOutput> inner,
        IAsyncEnumerable<TInput> inputs,
        PredictionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using Activity? activity = _activities.StartBatch();
        IAsyncEnumerator<Prediction<TOutput>> predictions = inner
            .PredictBatchAsync(inputs, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposal = predictions.ConfigureAwait(false);
        while (true)
        {
            long start = time.GetTimestamp();
            Activity.Current = activity ?? Activity.Current;
            try
            {
                if (!await predictions.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception error)
            {
                SetError(activity, error);
                var failed = new PredictionRun(this, inner, null, options: null, streaming: false);
                failed.Fail(error, time.GetElapsedTime(start));
                throw;
            }

            PredictionReport report = predictions.Current.Report;
            var run = new PredictionRun(this, inner, null, new PredictionOptions { PredictionId = report.Id }, false);
            run.Complete(report, report.Timings.Total);
            yield return predictions.Current;
        }
    }

    /// <summary>Begins to watch a prediction.</summary>
    public PredictionRun Begin(IPredictor inner, PredictionOptions? options, bool streaming) =>
        new(this, inner, _activities.Start(streaming), options, streaming, metered: isChat);

    public PredictionReport WithEnergy(PredictionReport report, IPredictor inner) => energy?.Fill(report, inner) ?? report;

    /// <summary>Tells what a measurement is of, without loading more than a description needs.</summary>
    public PredictionSubject Subject(IPredictor inner)
    {
        string kind = _kind ?? Learn(inner);
        return new PredictionSubject(name, kind, isChat || kind == TelemetryNames.Of(PredictorKind.LanguageModel));
    }

    public static void SetError(Activity? activity, Exception error)
    {
        activity?.SetTag(TelemetryNames.ErrorType, TelemetryNames.Of(error));
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    private string Learn(IPredictor inner)
    {
        try
        {
            return _kind = TelemetryNames.Of(inner.Metadata.Kind);
        }
        catch (Exception error) when (error is InferenceException or ObjectDisposedException or IOException)
        {
            // The prediction fails for the same reason, and says so to its caller.
            return isChat ? TelemetryNames.Of(PredictorKind.LanguageModel) : TelemetryNames.UnknownKind;
        }
    }
}
