using System.Diagnostics;

namespace Inference.Sdk.Telemetry;

/// <summary>One prediction that somebody listens to, from its beginning to its only end.</summary>
internal sealed class PredictionRun : IProgress<PredictionReport>
{
    private readonly PredictionTelemetry _telemetry;
    private readonly IPredictor _inner;
    private readonly Activity? _activity;
    private readonly Guid _id;
    private readonly IProgress<PredictionReport>? _unfinished;
    private PredictionReport? _spent;
    private long _resumed;
    private TimeSpan _elapsed;
    private TimeSpan? _first;
    private bool _ended;

    /// <param name="telemetry">The predictor's telemetry.</param>
    /// <param name="inner">What predicts.</param>
    /// <param name="activity">Its activity; ended with the run.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="streaming">Whether it streams.</param>
    /// <param name="metered">Whether to ask what it consumes where it fails.</param>
    public PredictionRun(
        PredictionTelemetry telemetry,
        IPredictor inner,
        Activity? activity,
        PredictionOptions? options,
        bool streaming,
        bool metered = false)
    {
        _telemetry = telemetry;
        _inner = inner;
        _activity = activity;
        _id = options?.PredictionId ?? Guid.CreateVersion7(telemetry.Time.GetUtcNow());
        if (metered || options?.PredictionId is null)
        {
            // Who is told that it started must be able to recognize it when it ends.
            _unfinished = options?.Unfinished;
            options = options?.Clone() ?? new PredictionOptions();
            options.PredictionId = _id;
            options.Unfinished = metered ? this : _unfinished;
        }

        Options = options;
        if (!telemetry.Observers.IsEmpty)
        {
            telemetry.Observers.Started(new PredictionStarted(_id, telemetry.Name, streaming));
        }

        _resumed = telemetry.Time.GetTimestamp();
    }

    /// <summary>Gets the caller's options with the prediction's id.</summary>
    public PredictionOptions Options { get; }

    /// <summary>Gets or sets why a language model stopped, where it told.</summary>
    public string? FinishReason { get; set; }

    /// <summary>Notes what the prediction consumed that does not end well.</summary>
    public void Report(PredictionReport value)
    {
        _spent = _telemetry.WithEnergy(value, _inner);
        _unfinished?.Report(_spent);
    }

    /// <summary>Takes up the time and the activity again, after the consumer has had them.</summary>
    public void Resume()
    {
        _resumed = _telemetry.Time.GetTimestamp();

        // An async iterator forgets its async locals at every yield.
        Activity.Current = _activity ?? Activity.Current;
    }

    /// <summary>Stops the time while the consumer holds an update.</summary>
    public void Pause() => _elapsed += _telemetry.Time.GetElapsedTime(_resumed);

    /// <summary>Tells of the first update; to be called while paused.</summary>
    public void FirstUpdate()
    {
        _first = _elapsed;
        _telemetry.Metrics.FirstUpdate(_telemetry.Subject(_inner), _elapsed);
        if (!_telemetry.Observers.IsEmpty)
        {
            _telemetry.Observers.FirstUpdate(new PredictionFirstUpdate(_id, _telemetry.Name, _elapsed));
        }
    }

    /// <summary>Tells that the prediction succeeded.</summary>
    public void Complete(PredictionReport report)
    {
        Pause();
        Complete(report, _elapsed);
    }

    /// <summary>Tells that a stream ended well; to be called while paused.</summary>
    /// <param name="report">Its report, where its updates carried one.</param>
    public void CompleteStream(PredictionReport? report) => Complete(
        report ?? new PredictionReport
        {
            Id = _id,
            Model = _inner.Metadata.Model,
            Timings = new PredictionTimings { TimeToFirstToken = _first ?? TimeSpan.Zero, Total = _elapsed },
        },
        _elapsed);

    /// <summary>Tells that the prediction succeeded, and what time it took.</summary>
    public void Complete(PredictionReport report, TimeSpan elapsed)
    {
        _ended = true;
        report = _telemetry.WithEnergy(report, _inner);
        PredictionSubject subject = _telemetry.Subject(_inner);
        _telemetry.Metrics.Completed(subject, report, elapsed);
        if (_activity is { IsAllDataRequested: true })
        {
            Describe(_activity, subject, report);
        }

        _activity?.Dispose();
        if (!_telemetry.Observers.IsEmpty)
        {
            _telemetry.Observers.Completed(new PredictionCompleted(_id, _telemetry.Name, report, elapsed));
        }
    }

    /// <summary>Tells that the prediction failed or was cancelled.</summary>
    public void Fail(Exception error)
    {
        Pause();
        Fail(error, _elapsed);
    }

    /// <summary>Tells that a stream's consumer left it, unless it has ended; to be called while paused.</summary>
    public void LeaveStream()
    {
        if (!_ended)
        {
            Fail(new OperationCanceledException("The consumer left the stream before its end."), _elapsed);
        }
    }

    /// <summary>Tells that the prediction failed or was cancelled, and after what time.</summary>
    public void Fail(Exception error, TimeSpan elapsed)
    {
        _ended = true;
        PredictionSubject subject = _telemetry.Subject(_inner);
        _telemetry.Metrics.Failed(subject, error, elapsed, _spent);
        PredictionTelemetry.SetError(_activity, error);
        if (_spent is not null && _activity is { IsAllDataRequested: true })
        {
            DescribeUsage(_activity, subject, _spent);
        }

        _activity?.Dispose();
        if (!_telemetry.Observers.IsEmpty)
        {
            _telemetry.Observers.Failed(
                new PredictionFailed(_id, _telemetry.Name, error, elapsed) { Report = _spent });
        }
    }

    private void Describe(Activity activity, in PredictionSubject subject, PredictionReport report)
    {
        activity.SetTag(TelemetryNames.Kind, subject.Kind);
        activity.SetTag(TelemetryNames.PredictionId, _id.ToString());
        activity.SetTag(TelemetryNames.ModelName, report.Model.Name);
        activity.SetTag(TelemetryNames.ModelHash, report.Model.Sha256);
        activity.SetTag(TelemetryNames.Cache, TelemetryNames.Of(report.Cache));
        if (subject.IsLanguageModel)
        {
            activity.SetTag(TelemetryNames.ResponseModel, report.Model.Name);
            if (FinishReason is not null)
            {
                activity.SetTag(TelemetryNames.FinishReasons, new[] { FinishReason });
            }

            if (_first is { } first)
            {
                activity.SetTag(TelemetryNames.TimeToFirstChunk, first.TotalSeconds);
            }
        }

        DescribeUsage(activity, subject, report);
    }

    private static void DescribeUsage(Activity activity, in PredictionSubject subject, PredictionReport report)
    {
        if (report.Energy is { } energy)
        {
            activity.SetTag(TelemetryNames.PredictionEnergy, energy.MidJoules);
            activity.SetTag(TelemetryNames.EnergyProvenance, TelemetryNames.Of(energy.Provenance));
        }

        if (subject.IsLanguageModel)
        {
            activity.SetTag(TelemetryNames.UsageInputTokens, report.Usage.InputTokens);
            activity.SetTag(TelemetryNames.UsageOutputTokens, report.Usage.OutputTokens);
            activity.SetTag(TelemetryNames.UsageCachedInputTokens, report.Usage.CachedInputTokens);
        }
    }
}
