namespace Inference.Sdk.Cli.Inspect;

/// <summary>One column of a tabular model's input. Immutable.</summary>
internal sealed record FeatureFacts
{
    public required string Name { get; init; }

    public required FeatureType Type { get; init; }

    public required bool Required { get; init; }

    public required double? Minimum { get; init; }

    public required double? Maximum { get; init; }

    public required string? Unit { get; init; }

    public required string? Description { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public static FeatureFacts From(FeatureDescriptor feature) => new()
    {
        Name = feature.Name,
        Type = feature.Type,
        Required = feature.Required,
        Minimum = feature.Minimum,
        Maximum = feature.Maximum,
        Unit = feature.Unit,
        Description = feature.Description,
        Categories = feature.Categories,
    };
}
