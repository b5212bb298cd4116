namespace Inference.Sdk.Tabular;

/// <summary>Turns an element of a caller's row into the precision a kernel computes in.</summary>
/// <typeparam name="TRow">The element of the row.</typeparam>
/// <typeparam name="T">The kernel's precision.</typeparam>
internal interface IElement<TRow, T>
{
    static abstract T Load(TRow value);
}
