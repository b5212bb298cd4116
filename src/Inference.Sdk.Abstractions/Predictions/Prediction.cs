namespace Inference.Sdk;

/// <summary>A predicted value with its report.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The predicted value.</param>
/// <param name="Report">What the prediction took and where it came from.</param>
/// <remarks>Two words wide, so that a pipeline can pass it by value; the report is one immutable object that every
/// middleware, observer and update shares.</remarks>
public readonly record struct Prediction<T>(T Value, PredictionReport Report)
{
    /// <summary>Gets the prediction's id.</summary>
    public Guid Id => Report.Id;

    /// <summary>Gets the identity of the model that answered.</summary>
    public ModelIdentity Model => Report.Model;

    /// <summary>Gets what was consumed.</summary>
    public PredictionUsage Usage => Report.Usage;

    /// <summary>Gets where the time went.</summary>
    public PredictionTimings Timings => Report.Timings;

    /// <summary>Gets the energy, or <see langword="null"/> where nothing in the pipeline accounts for it.</summary>
    public EnergyEstimate? Energy => Report.Energy;

    /// <summary>Gets whether a cache answered.</summary>
    public CacheStatus Cache => Report.Cache;
}
