namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>A piece of a generation: whole characters of text, and on the last piece why it ended and what it took.</summary>
/// <param name="Text">The text, possibly empty; never a part of a character, never a part of a stop sequence.</param>
/// <param name="Finish">Why the generation ended, on the last update.</param>
/// <param name="Usage">What it consumed, on the last update.</param>
/// <param name="Timings">Where its time went, on the last update.</param>
/// <param name="Stop">The stop sequence that ended it, where one did.</param>
/// <param name="LandmarkTokens">On the last update, how many tokens were generated when
/// <see cref="GenerationRequest.Landmark"/> was complete, where it was.</param>
internal readonly record struct GenerationUpdate(
    string Text,
    GenerationFinish? Finish = null,
    PredictionUsage Usage = default,
    PredictionTimings Timings = default,
    string? Stop = null,
    int? LandmarkTokens = null);
