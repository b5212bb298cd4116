using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A host's own input type, whose properties tell more or less of themselves.</summary>
internal sealed record Listing(
    double LivingArea,
    [property: Description("Size of the lot in acres")] double LotSize,
    [property: Range(1, 12)] int Bedrooms,
    string Location,
    string? Condition,
    [property: AllowedValues("north", "south")] string Aspect,
    Heating Heating,
    int Kind,
    string Agent);
