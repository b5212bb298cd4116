namespace Inference.Sdk.Tests.Fakes;

internal static class Sequences
{
    public static IAsyncEnumerable<House> Houses(params double[] areas) =>
        areas.Select(a => new House(a)).ToAsyncEnumerable();
}
