using System.Buffers;
using System.Globalization;

namespace Inference.Sdk.Cli.Csv;

/// <summary>Writes the cells that this program adds to a file.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\"\r\n");

    /// <summary>Quotes a text where it needs quotes.</summary>
    public static string Escape(string text, char delimiter) =>
        text.Contains(delimiter, StringComparison.Ordinal) || text.AsSpan().ContainsAny(Quoted)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    /// <summary>Writes a number with as few digits as read back as the same number.</summary>
    public static string Format(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
