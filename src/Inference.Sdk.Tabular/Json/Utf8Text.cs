using System.Text;

namespace Inference.Sdk.Tabular;

/// <summary>Small operations on UTF-8 text.</summary>
internal static class Utf8Text
{
    private const int Longest = 60;

    /// <summary>Drops a byte order mark and white space.</summary>
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            text = text[3..];
        }

        return text.TrimStart(" \t\r\n"u8);
    }

    /// <summary>Makes content fit for an error message.</summary>
    public static string Shorten(ReadOnlySpan<byte> text)
    {
        bool cut = text.Length > Longest;
        string shown = Encoding.UTF8.GetString(cut ? text[..Longest] : text);
        return string.Concat(shown.Select(c => char.IsControl(c) ? '?' : c)) + (cut ? "…" : "");
    }
}
