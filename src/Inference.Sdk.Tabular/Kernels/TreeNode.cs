namespace Inference.Sdk.Tabular;

/// <summary>A split as the kernel walks it.</summary>
/// <typeparam name="T">The precision of the threshold.</typeparam>
internal struct TreeNode<T>
    where T : unmanaged
{
    /// <summary>What the value is compared with.</summary>
    public T Threshold;

    /// <summary>The feature's position in the row.</summary>
    public int Feature;

    /// <summary>The child for values that pass: a node of the layout, or the complement of a leaf of the
    /// layout.</summary>
    public int Left;

    /// <summary>The child for the others.</summary>
    public int Right;

    /// <summary>Where the categories that go left begin in the layout's bits.</summary>
    public int CategoryStart;

    /// <summary>How many words of bits they take; 0 for a numeric split.</summary>
    public int CategoryWords;

    /// <summary>Which values count as missing.</summary>
    public MissingRule Missing;

    /// <summary>Whether missing values go left.</summary>
    public bool MissingLeft;
}
