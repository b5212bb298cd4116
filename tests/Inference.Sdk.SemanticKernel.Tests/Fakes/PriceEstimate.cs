namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A host's own output type.</summary>
internal sealed record PriceEstimate(double Price, string Currency);
