namespace Inference.Sdk.Cli.Run;

/// <summary>Where the time of a run went, in milliseconds. Immutable.</summary>
/// <param name="QueueMs">Until work began.</param>
/// <param name="PrefillMs">For the prompt.</param>
/// <param name="DecodeMs">For the answer.</param>
/// <param name="TimeToFirstTokenMs">Until the first token.</param>
/// <param name="TotalMs">In all, without loading the model.</param>
/// <param name="TokensPerSecond">Generated tokens over the time of the answer; <see langword="null"/> where there were
/// fewer than two.</param>
internal sealed record RunTimings(
    double QueueMs,
    double PrefillMs,
    double DecodeMs,
    double TimeToFirstTokenMs,
    double TotalMs,
    double? TokensPerSecond)
{
    public static RunTimings From(PredictionTimings timings, PredictionUsage usage)
    {
        // The first token comes out of the prompt's last step, so the answer's time covers those after it.
        double decode = timings.Decode.TotalSeconds;
        return new RunTimings(
            timings.Queue.TotalMilliseconds,
            timings.Prefill.TotalMilliseconds,
            timings.Decode.TotalMilliseconds,
            timings.TimeToFirstToken.TotalMilliseconds,
            timings.Total.TotalMilliseconds,
            usage.OutputTokens > 1 && decode > 0 ? (usage.OutputTokens - 1) / decode : null);
    }
}
