namespace Inference.Sdk;

/// <summary>Options of one prediction that hold for every kind of model. Engines derive their own from it.</summary>
public class PredictionOptions
{
    /// <summary>Gets or sets the prediction's id, for correlation; a version 7 UUID is made where it is
    /// <see langword="null"/>.</summary>
    public Guid? PredictionId { get; set; }

    /// <summary>Gets or sets who is told what a prediction has consumed that does not end well: one that fails, is cancelled,
    /// or whose stream is left. <see langword="null"/>, the default, for nobody.</summary>
    /// <remarks>The report has what was consumed until then, and no timings. Told at most once for each prediction, before its
    /// error reaches the caller or the disposal of its stream ends, by engines that account for what they spend; language
    /// models do. What an engine spends later on a step that it cannot interrupt is not in it, nor are the predictions of a
    /// batch.</remarks>
    public IProgress<PredictionReport>? Unfinished { get; set; }

    /// <summary>Copies the options, so that a middleware can change what the caller's own must not.</summary>
    /// <returns>A copy of the same type. What the options refer to is shared, unless a derived type copies it.</returns>
    public virtual PredictionOptions Clone() => (PredictionOptions)MemberwiseClone();
}
