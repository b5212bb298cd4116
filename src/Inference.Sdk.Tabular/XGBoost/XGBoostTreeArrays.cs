namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>The arrays of one tree as they stand in the file. Leaves are nodes too, and hold their value where splits
/// hold their condition.</summary>
internal sealed class XGBoostTreeArrays
{
    public List<int> Left { get; } = [];

    public List<int> Right { get; } = [];

    public List<int> Feature { get; } = [];

    public List<float> Condition { get; } = [];

    public List<int> DefaultLeft { get; } = [];

    /// <summary>Gets 1 for categorical splits; empty in files older than categorical splits.</summary>
    public List<int> SplitType { get; } = [];

    public List<int> Categories { get; } = [];

    public List<int> CategoryNodes { get; } = [];

    public List<int> CategorySegments { get; } = [];

    public List<int> CategorySizes { get; } = [];

    public string LeafVectorSize { get; set; } = "0";
}
