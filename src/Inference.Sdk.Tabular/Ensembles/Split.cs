namespace Inference.Sdk.Tabular;

/// <summary>An inner node of a tree, whatever format it came from. A 32-bit threshold is held exactly.</summary>
/// <param name="Feature">The feature's position.</param>
/// <param name="Threshold">What its value is compared with; unused where <paramref name="Categories"/> is set.</param>
/// <param name="Left">The child for values that pass: a split's index, or the complement of a leaf's.</param>
/// <param name="Right">The child for the others.</param>
/// <param name="Missing">Which values count as missing.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Categories">The categories that go left, as a bit set of 32-bit words; <see langword="null"/> for a
/// numeric split.</param>
internal readonly record struct Split(
    int Feature,
    double Threshold,
    int Left,
    int Right,
    MissingRule Missing,
    bool MissingLeft,
    uint[]? Categories = null);
