namespace Inference.Sdk;

/// <summary>A prediction failed or was cancelled.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Predictor">The predictor's name.</param>
/// <param name="Error">Why; an <see cref="OperationCanceledException"/> where it was cancelled or its stream was left.</param>
/// <param name="Elapsed">The time since it was asked for, less the time its consumer took.</param>
public readonly record struct PredictionFailed(Guid Id, string Predictor, Exception Error, TimeSpan Elapsed)
{
    /// <summary>Gets what it had consumed, where its engine tells (see <see cref="PredictionOptions.Unfinished"/>);
    /// <see langword="null"/> where it does not.</summary>
    public PredictionReport? Report { get; init; }
}
