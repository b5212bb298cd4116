namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>The arrays of one tree as they stand in the file.</summary>
internal sealed class LightGbmTreeText
{
    public int? LeafCount { get; set; }

    public int[]? SplitFeature { get; set; }

    public double[]? Threshold { get; set; }

    public int[]? DecisionType { get; set; }

    public int[]? LeftChild { get; set; }

    public int[]? RightChild { get; set; }

    public double[]? LeafValue { get; set; }

    public int[]? CategoryBoundaries { get; set; }

    public uint[]? CategoryBits { get; set; }

    public bool IsLinear { get; set; }
}
