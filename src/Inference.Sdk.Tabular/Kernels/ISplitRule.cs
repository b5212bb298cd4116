namespace Inference.Sdk.Tabular;

/// <summary>How one library decides a split. A struct, so that the kernel is compiled once for each.</summary>
/// <typeparam name="T">The precision it compares in.</typeparam>
internal interface ISplitRule<T>
    where T : unmanaged
{
    /// <summary>Whether a value goes left at a numeric split.</summary>
    static abstract bool GoesLeft(T value, in TreeNode<T> node);

    /// <summary>Whether a value goes left at a categorical split.</summary>
    /// <param name="value">The category's code.</param>
    /// <param name="node">The split.</param>
    /// <param name="categories">The bits of the categories that go left.</param>
    static abstract bool GoesLeft(T value, in TreeNode<T> node, ReadOnlySpan<uint> categories);

    /// <summary>Widens a sum, exactly.</summary>
    static abstract double Widen(T sum);
}
