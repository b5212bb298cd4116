namespace Inference.Sdk;

/// <summary>Where the wall-clock time of a prediction went. The time a consumer takes over its updates is not in it.</summary>
public readonly record struct PredictionTimings
{
    /// <summary>Gets the time from the request's arrival at the engine until work on it began.</summary>
    public TimeSpan Queue { get; init; }

    /// <summary>Gets the time from the beginning of the work until the prompt was computed; zero for tabular models.</summary>
    public TimeSpan Prefill { get; init; }

    /// <summary>Gets the time from there until the last token; for tabular models, the time of the computation.</summary>
    public TimeSpan Decode { get; init; }

    /// <summary>Gets the time from the request's arrival until its first token (TTFT); zero where nothing is streamed.</summary>
    public TimeSpan TimeToFirstToken { get; init; }

    /// <summary>Gets the whole time, from the request's arrival until its end.</summary>
    public TimeSpan Total { get; init; }
}
