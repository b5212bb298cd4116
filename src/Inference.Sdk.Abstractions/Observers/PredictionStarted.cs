namespace Inference.Sdk;

/// <summary>A prediction was asked for.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Predictor">The predictor's name.</param>
/// <param name="Streaming">Whether its updates are streamed.</param>
public readonly record struct PredictionStarted(Guid Id, string Predictor, bool Streaming);
