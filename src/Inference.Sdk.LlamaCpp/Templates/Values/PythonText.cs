using System.Globalization;
using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Text as Python sees it: a row of Unicode characters, not of UTF-16 code units.</summary>
internal static class PythonText
{
    /// <summary>Tells whether a character is white space to Python.</summary>
    /// <param name="c">The character.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    /// <summary>Tells whether a text is all white space.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).IsEmpty;

    /// <summary>Takes white space off both ends.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The rest.</returns>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && IsSpace(text[start]))
        {
            start++;
        }

        int end = text.Length;
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Takes white space off the end.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The rest.</returns>
    public static string TrimEnd(string text)
    {
        int end = text.Length;
        while (end > 0 && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    /// <summary>Counts characters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many it has.</returns>
    public static int Length(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i += WidthAt(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>Gets how many code units the character at an index takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The index of its first code unit.</param>
    /// <returns>1 or 2.</returns>
    public static int WidthAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>Gets a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Its characters.</param>
    /// <param name="position">The character's position.</param>
    /// <returns>The character.</returns>
    public static string CharacterAt(string text, int length, int position)
    {
        int index = IndexOf(text, length, position);
        return text.Substring(index, WidthAt(text, index));
    }

    /// <summary>Gets the code unit where a character begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Its characters.</param>
    /// <param name="position">The character's position, at most <paramref name="length"/>.</param>
    /// <returns>The index.</returns>
    public static int IndexOf(string text, int length, int position)
    {
        if (length == text.Length)
        {
            return position;
        }

        int index = 0;
        for (int i = 0; i < position; i++)
        {
            index += WidthAt(text, index);
        }

        return index;
    }

    /// <summary>Gets a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Its characters.</param>
    /// <param name="slice">Which part.</param>
    /// <returns>The part.</returns>
    public static string Slice(string text, int length, SliceValue slice)
    {
        var result = new StringBuilder();
        int[]? indexes = length == text.Length ? null : Indexes(text, length);
        foreach (int position in slice.Positions(length))
        {
            int index = indexes is null ? position : indexes[position];
            result.Append(text, index, WidthAt(text, index));
        }

        return result.ToString();
    }

    /// <summary>Compares texts by their characters' numbers.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another.</param>
    /// <returns>Their order.</returns>
    public static int Compare(string left, string right)
    {
        int shared = Math.Min(left.Length, right.Length);
        for (int i = 0; i < shared; i++)
        {
            if (left[i] != right[i])
            {
                // Characters beyond 16 bits come after all others; as code units they do not.
                bool isSurrogate = char.IsSurrogate(left[i]);
                return isSurrogate == char.IsSurrogate(right[i]) ? left[i].CompareTo(right[i]) : isSurrogate ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Writes a text as Python's <c>repr</c> does.</summary>
    /// <param name="value">The text.</param>
    /// <param name="text">Where to.</param>
    public static void WriteRepr(string value, BoundedText text)
    {
        char quote = value.Contains('\'', StringComparison.Ordinal) && !value.Contains('"', StringComparison.Ordinal)
            ? '"'
            : '\'';
        text.Append(quote);
        foreach (Rune rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                default:
                    WriteReprOf(rune, quote, text);
                    break;
            }
        }

        text.Append(quote);
    }

    private static void WriteReprOf(Rune rune, char quote, BoundedText text)
    {
        if (rune.Value == quote)
        {
            text.Append('\\');
            text.Append(quote);
        }
        else if (rune.Value == ' ' || IsPrintable(rune))
        {
            text.Append(rune.ToString());
        }
        else
        {
            (string prefix, string format) = rune.Value switch
            {
                <= 0xFF => ("\\x", "x2"),
                <= 0xFFFF => ("\\u", "x4"),
                _ => ("\\U", "x8"),
            };
            text.Append(prefix);
            text.Append(rune.Value.ToString(format, CultureInfo.InvariantCulture));
        }
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    private static int[] Indexes(string text, int length)
    {
        var indexes = new int[length];
        int index = 0;
        for (int i = 0; i < length; i++)
        {
            indexes[i] = index;
            index += WidthAt(text, index);
        }

        return indexes;
    }
}
