using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Inference.Sdk;

/// <summary>What one prediction took and where it came from: the same for every kind of model. Immutable.</summary>
public sealed record PredictionReport
{
    /// <summary>The key under which a <see cref="ChatResponse"/> or the last <see cref="ChatResponseUpdate"/> carries its
    /// report in <c>AdditionalProperties</c>.</summary>
    public const string PropertyName = "inference.report";

    /// <summary>Gets the prediction's id: the caller's, or a version 7 UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the identity of the model that answered.</summary>
    public required ModelIdentity Model { get; init; }

    /// <summary>Gets what was consumed.</summary>
    public PredictionUsage Usage { get; init; }

    /// <summary>Gets where the time went.</summary>
    public PredictionTimings Timings { get; init; }

    /// <summary>Gets the energy, or <see langword="null"/> where nothing in the pipeline accounts for it.</summary>
    public EnergyEstimate? Energy { get; init; }

    /// <summary>Gets whether a cache answered.</summary>
    public CacheStatus Cache { get; init; }

    /// <summary>Reads the report that a streamed update carries, if it does: the last update of a stream does.</summary>
    /// <typeparam name="TUpdate">The type of the update.</typeparam>
    /// <param name="update">An update, or a whole <see cref="ChatResponse"/>.</param>
    /// <param name="report">The report.</param>
    /// <returns>Whether the update carries one.</returns>
    public static bool TryGet<TUpdate>(TUpdate update, [NotNullWhen(true)] out PredictionReport? report)
    {
        report = update switch
        {
            IPredictionUpdate own => own.Report,
            ChatResponseUpdate chat => Read(chat.AdditionalProperties),
            ChatResponse chat => Read(chat.AdditionalProperties),
            _ => null,
        };
        return report is not null;
    }

    private static PredictionReport? Read(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(PropertyName, out object? value) ? value as PredictionReport : null;
}
