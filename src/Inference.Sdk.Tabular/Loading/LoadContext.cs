namespace Inference.Sdk.Tabular;

/// <summary>Which model is being loaded, and how its faults are worded: what is wrong, where, and what to do.</summary>
/// <param name="Path">The file, or <see langword="null"/> for a stream.</param>
/// <param name="Length">The size of its content in bytes, which bounds what may be allocated for it.</param>
/// <param name="What">What the file is: a model, or the schema beside one.</param>
internal sealed record LoadContext(string? Path, long Length, string What = "model")
{
    // Names and counts that no content backs: generous to wide sparse models, out of reach of a corrupted digit.
    private const int FreeFeatures = 1 << 16;

    private string Subject => Path is null ? $"The {What}" : $"The {What} '{Path}'";

    public ModelLoadException Corrupt(string what, Exception? inner = null) => new(
        ModelLoadError.Corrupt, Path,
        $"{Subject} contradicts itself or its format: {what}. Export it again, or restore the file from where it came.",
        inner);

    public ModelLoadException Truncated(string what, Exception? inner = null) => new(
        ModelLoadError.Truncated, Path,
        $"{Subject} ends before its content does: {what}. Copy it again and compare the sizes.", inner);

    public ModelLoadException Unsupported(string what, string remedy) => new(
        ModelLoadError.Unsupported, Path, $"{Subject} needs something this engine does not do: {what}. {remedy}");

    public ModelLoadException UnknownFormat(string what) => new(
        ModelLoadError.UnknownFormat, Path,
        $"{Subject} is of no format this engine knows: {what}. Give a LightGBM text model, an XGBoost JSON or "
        + "UBJSON model, or a linear model in the format of this package.");

    /// <summary>Gets the most features a model may claim without naming them.</summary>
    public int MaxUnnamedFeatures => (int)Math.Min(int.MaxValue / 2, FreeFeatures + (Length / 16));

    /// <summary>Gets the most 32-bit words a model's category sets may take.</summary>
    public long MaxCategoryWords => (1 << 20) + Length;
}
