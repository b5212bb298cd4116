namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A host's own enumeration.</summary>
internal enum Heating
{
    Gas,
    Wood,
}
