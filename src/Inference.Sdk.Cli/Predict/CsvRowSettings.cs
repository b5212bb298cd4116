namespace Inference.Sdk.Cli.Predict;

/// <summary>How the cells of a file are to be read. Immutable.</summary>
/// <param name="HasHeader">Whether the first record names the columns.</param>
/// <param name="MissingTexts">Texts that stand for a missing value, besides an empty cell and NaN.</param>
/// <param name="HasCategoryCodes">Whether categories are given as their positions, and not as their texts.</param>
internal sealed record CsvRowSettings(bool HasHeader, IReadOnlyList<string> MissingTexts, bool HasCategoryCodes = false)
{
    /// <summary>Tells whether a cell stands for a missing value.</summary>
    public bool IsMissing(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (string missing in MissingTexts)
        {
            if (text.SequenceEqual(missing))
            {
                return true;
            }
        }

        return text.IsEmpty;
    }
}
