namespace Inference.Sdk;

/// <summary>Options of one prediction that hold for every kind of model. Engines derive their own from it.</summary>
public class PredictionOptions
{
    /// <summary>Gets or sets the prediction's id, for correlation; a version 7 UUID is made where it is
    /// <see langword="null"/>.</summary>
    public Guid? PredictionId { get; set; }
}
