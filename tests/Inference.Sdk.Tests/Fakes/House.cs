namespace Inference.Sdk.Tests.Fakes;

internal sealed record House(double Area);
