using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Stripping, padding, replacing and splitting text into lines, as Python does.</summary>
internal static class TextLayout
{
    /// <summary>Takes characters off the ends of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">Which, or <see langword="null"/> for white space.</param>
    /// <param name="atStart">Whether off its start.</param>
    /// <param name="atEnd">Whether off its end.</param>
    /// <returns>The rest.</returns>
    public static string Strip(string text, string? characters, bool atStart, bool atEnd)
    {
        HashSet<Rune>? set = characters is null ? null : [.. characters.EnumerateRunes()];
        int start = 0;
        while (atStart && start < text.Length && IsStripped(text, start, PythonText.WidthAt(text, start), set))
        {
            start += PythonText.WidthAt(text, start);
        }

        int end = text.Length;
        while (atEnd && end > start)
        {
            int width = end - 2 >= start && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            if (!IsStripped(text, end - width, width, set))
            {
                break;
            }

            end -= width;
        }

        return text[start..end];
    }

    /// <summary>Replaces a part of a text.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="text">The text.</param>
    /// <param name="old">What is replaced.</param>
    /// <param name="with">What it is replaced with.</param>
    /// <param name="count">How often at most; negative for always.</param>
    /// <returns>The text.</returns>
    public static string Replace(RenderState state, string text, string old, string with, int count)
    {
        state.ChargeSearch(text.Length, old.Length);
        var result = new BoundedText(state);
        int at = 0;
        while (count != 0)
        {
            // Nothing is found before each character and at the end.
            int found = old.Length == 0 ? at : text.IndexOf(old, at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            result.Append(text[at..found]);
            result.Append(with);
            at = found + old.Length;
            count--;
            if (old.Length == 0)
            {
                if (at == text.Length)
                {
                    return result.ToString();
                }

                int width = PythonText.WidthAt(text, at);
                result.Append(text.Substring(at, width));
                at += width;
            }
        }

        result.Append(text[at..]);
        return result.ToString();
    }

    /// <summary>Splits a text into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepEnds">Whether a line keeps what ends it.</param>
    /// <returns>The lines.</returns>
    public static List<string> SplitLines(string text, bool keepEnds)
    {
        var lines = new List<string>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\v' or '\f' or '\u001c' or '\u001d' or '\u001e' or '\u0085' or '\u2028'
                or '\u2029'))
            {
                continue;
            }

            int end = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
            lines.Add(text[start..(keepEnds ? end : i)]);
            start = end;
            i = end - 1;
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    /// <summary>Repeats a character.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="c">The character.</param>
    /// <param name="count">How often; nothing where negative.</param>
    /// <returns>The text.</returns>
    public static string Repeat(RenderState state, char c, int count)
    {
        count = Math.Max(0, count);
        state.ChargeText(0, count);
        return new string(c, count);
    }

    /// <summary>Puts a text in the middle of a width.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="text">The text.</param>
    /// <param name="width">The width.</param>
    /// <param name="fill">What fills it.</param>
    /// <returns>The text.</returns>
    public static string Center(RenderState state, StringValue text, int width, char fill)
    {
        int missing = Math.Max(0, width - text.Length!.Value);
        int left = (missing / 2) + (missing & width & 1);
        return Repeat(state, fill, left) + text.Text + Repeat(state, fill, missing - left);
    }

    private static bool IsStripped(string text, int index, int width, HashSet<Rune>? set) => set is null
        ? width == 1 && PythonText.IsSpace(text[index])
        : Rune.TryGetRuneAt(text, index, out Rune rune) && set.Contains(rune);
}
