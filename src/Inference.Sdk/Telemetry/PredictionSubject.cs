namespace Inference.Sdk.Telemetry;

/// <summary>What a measurement is of.</summary>
/// <param name="Predictor">The predictor's registered name.</param>
/// <param name="Kind">The family of its model, as an attribute's value.</param>
/// <param name="IsLanguageModel">Whether OpenTelemetry's generative AI conventions apply.</param>
internal readonly record struct PredictionSubject(string Predictor, string Kind, bool IsLanguageModel);
