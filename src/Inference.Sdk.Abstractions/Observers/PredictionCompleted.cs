namespace Inference.Sdk;

/// <summary>A prediction succeeded.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Predictor">The predictor's name.</param>
/// <param name="Report">What it took.</param>
/// <param name="Elapsed">The time since it was asked for, less the time its consumer took.</param>
public readonly record struct PredictionCompleted(Guid Id, string Predictor, PredictionReport Report, TimeSpan Elapsed);
