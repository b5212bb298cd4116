namespace Inference.Sdk;

/// <summary>The first update of a streamed prediction arrived.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Predictor">The predictor's name.</param>
/// <param name="Elapsed">The time since it was asked for.</param>
public readonly record struct PredictionFirstUpdate(Guid Id, string Predictor, TimeSpan Elapsed);
