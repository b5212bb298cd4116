namespace Inference.Sdk;

/// <summary>Options of one prediction that hold for every kind of model. Engines derive their own from it.</summary>
public class PredictionOptions
{
    /// <summary>Gets or sets the prediction's id, for correlation; a version 7 UUID is made where it is
    /// <see langword="null"/>.</summary>
    public Guid? PredictionId { get; set; }

    /// <summary>Copies the options, so that a middleware can change what the caller's own must not.</summary>
    /// <returns>A copy of the same type. What the options refer to is shared, unless a derived type copies it.</returns>
    public virtual PredictionOptions Clone() => (PredictionOptions)MemberwiseClone();
}
