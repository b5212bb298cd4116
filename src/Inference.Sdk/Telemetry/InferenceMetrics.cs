using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Inference.Sdk.Telemetry;

/// <summary>The instruments of one container.</summary>
internal sealed class InferenceMetrics : IDisposable
{
    // A tabular model answers in microseconds, a language model in minutes: half a decade to each bucket.
    private static readonly double[] DurationBuckets =
        [0.000_001, 0.000_003, 0.000_01, 0.000_03, 0.000_1, 0.000_3, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300];

    private static readonly double[] EnergyBuckets =
        [0.000_01, 0.000_1, 0.001, 0.01, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

    // The boundaries that the conventions ask for.
    private static readonly double[] ClientDurationBuckets =
        [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    private static readonly double[] FirstTokenBuckets =
        [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];

    private static readonly double[] OutputTokenBuckets =
        [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5];

    private static readonly long[] TokenBuckets =
        [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864];

    private readonly Meter? _own;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _queue;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _energy;
    private readonly Histogram<double> _clientDuration;
    private readonly Histogram<double> _firstChunk;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _firstToken;
    private readonly Histogram<double> _outputToken;

    /// <param name="factory">The host's factory, which owns the meter it makes; where there is none, this does.</param>
    public InferenceMetrics(IMeterFactory? factory)
    {
        Meter meter = factory?.Create(InferenceTelemetry.MeterName)
            ?? (_own = new Meter(InferenceTelemetry.MeterName));

        _duration = Seconds(TelemetryNames.PredictionDuration, "Duration of predictions.", DurationBuckets);
        _queue = Seconds(
            TelemetryNames.PredictionQueueDuration, "Time that predictions waited before work began.", DurationBuckets);
        _rows = meter.CreateCounter<long>(TelemetryNames.PredictionRows, "{row}", "Rows scored.");
        _energy = meter.CreateHistogram(
            TelemetryNames.PredictionEnergy,
            "J",
            "Energy of predictions.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = EnergyBuckets });
        _clientDuration = Seconds(
            TelemetryNames.ClientOperationDuration, "GenAI operation duration.", ClientDurationBuckets);
        _firstChunk = Seconds(
            TelemetryNames.ClientTimeToFirstChunk, "Time until the first update of a stream.", ClientDurationBuckets);
        _tokens = meter.CreateHistogram(
            TelemetryNames.ClientTokenUsage,
            "{token}",
            "Number of input and output tokens used.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = TokenBuckets });
        _firstToken = Seconds(
            TelemetryNames.ServerTimeToFirstToken, "Time until the engine's first token.", FirstTokenBuckets);
        _outputToken = Seconds(
            TelemetryNames.ServerTimePerOutputToken, "Time per output token after the first.", OutputTokenBuckets);

        Histogram<double> Seconds(string name, string description, double[] buckets) => meter.CreateHistogram(
            name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });
    }

    /// <summary>Gets whether anybody listens to any instrument.</summary>
    public bool Enabled => _duration.Enabled || _queue.Enabled || _rows.Enabled || _energy.Enabled
        || _clientDuration.Enabled || _firstChunk.Enabled || _tokens.Enabled || _firstToken.Enabled || _outputToken.Enabled;

    /// <summary>Records a prediction that succeeded.</summary>
    public void Completed(in PredictionSubject subject, PredictionReport report, TimeSpan elapsed)
    {
        TagList tags = Own(subject);
        _duration.Record(elapsed.TotalSeconds, tags);
        _queue.Record(report.Timings.Queue.TotalSeconds, tags);
        if (report.Usage.Rows > 0)
        {
            _rows.Add(report.Usage.Rows, tags);
        }

        RecordEnergy(report, tags);
        if (subject.IsLanguageModel)
        {
            Generated(subject, report, elapsed);
        }
    }

    /// <summary>Records a prediction that failed or was cancelled.</summary>
    /// <param name="subject">What predicted.</param>
    /// <param name="error">Why.</param>
    /// <param name="elapsed">The time it took.</param>
    /// <param name="spent">What it consumed, where that is known.</param>
    public void Failed(in PredictionSubject subject, Exception error, TimeSpan elapsed, PredictionReport? spent)
    {
        string type = TelemetryNames.Of(error);
        TagList tags = Own(subject);
        tags.Add(TelemetryNames.ErrorType, type);
        _duration.Record(elapsed.TotalSeconds, tags);
        if (subject.IsLanguageModel)
        {
            TagList generative = Generative(subject);
            generative.Add(TelemetryNames.ErrorType, type);
            _clientDuration.Record(elapsed.TotalSeconds, generative);
            if (spent is not null)
            {
                RecordTokens(spent, generative);
            }
        }

        if (spent is not null)
        {
            RecordEnergy(spent, tags);
        }
    }

    /// <summary>Records the first update of a stream.</summary>
    public void FirstUpdate(in PredictionSubject subject, TimeSpan elapsed)
    {
        if (subject.IsLanguageModel)
        {
            _firstChunk.Record(elapsed.TotalSeconds, Generative(subject));
        }
    }

    public void Dispose() => _own?.Dispose();

    private static TagList Own(in PredictionSubject subject) => new()
    {
        { TelemetryNames.Predictor, subject.Predictor },
        { TelemetryNames.Kind, subject.Kind },
    };

    private static TagList Generative(in PredictionSubject subject) => new()
    {
        { TelemetryNames.OperationName, TelemetryNames.Chat },
        { TelemetryNames.ProviderName, TelemetryNames.Provider },
        { TelemetryNames.RequestModel, subject.Predictor },
    };

    private void Generated(in PredictionSubject subject, PredictionReport report, TimeSpan elapsed)
    {
        TagList tags = Generative(subject);
        tags.Add(TelemetryNames.ResponseModel, report.Model.Name);
        _clientDuration.Record(elapsed.TotalSeconds, tags);
        PredictionTimings timings = report.Timings;
        if (timings.TimeToFirstToken > TimeSpan.Zero)
        {
            _firstToken.Record(timings.TimeToFirstToken.TotalSeconds, tags);
        }

        // The first token comes with the end of the prefill; decoding is the time of the others.
        if (report.Usage.OutputTokens > 1 && timings.Decode > TimeSpan.Zero)
        {
            _outputToken.Record(timings.Decode.TotalSeconds / (report.Usage.OutputTokens - 1), tags);
        }

        RecordTokens(report, tags);
    }

    private void RecordTokens(PredictionReport report, TagList tags)
    {
        TagList input = tags;
        input.Add(TelemetryNames.TokenType, "input");
        _tokens.Record(report.Usage.InputTokens, input);
        tags.Add(TelemetryNames.TokenType, "output");
        _tokens.Record(report.Usage.OutputTokens, tags);
    }

    private void RecordEnergy(PredictionReport report, TagList tags)
    {
        if (report.Energy is { } energy)
        {
            tags.Add(TelemetryNames.EnergyProvenance, TelemetryNames.Of(energy.Provenance));
            _energy.Record(energy.MidJoules, tags);
        }
    }
}
