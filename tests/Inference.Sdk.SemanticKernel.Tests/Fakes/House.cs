using System.ComponentModel;

namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A host's own input type.</summary>
internal sealed record House(
    [property: Description("Living area in square feet")] double Sqft,
    int Bedrooms,
    string Location = "city",
    IReadOnlyList<string>? Extras = null);
