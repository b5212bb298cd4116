namespace Inference.Sdk.Tabular.Tests;

/// <summary>Asynchronous sequences of inputs.</summary>
internal static class Inputs
{
    public static IAsyncEnumerable<T> Of<T>(params IEnumerable<T> items) => items.ToAsyncEnumerable();
}
