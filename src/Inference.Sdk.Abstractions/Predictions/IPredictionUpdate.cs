namespace Inference.Sdk;

/// <summary>An update type that knows where its report is. Updates of Microsoft.Extensions.AI carry theirs as an
/// additional property instead: see <see cref="PredictionReport.PropertyName"/>.</summary>
public interface IPredictionUpdate
{
    /// <summary>Gets the report of the whole prediction on its last update; <see langword="null"/> before.</summary>
    PredictionReport? Report { get; }
}
