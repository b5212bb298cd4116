using System.Globalization;
using System.Text;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Upper and lower case, character by character: those that change into several (the German sharp s) stay.</summary>
internal static class TextCase
{
    /// <summary>Makes a text lower case.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static string Lower(string text) => text.ToLowerInvariant();

    /// <summary>Makes a text upper case.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static string Upper(string text) => text.ToUpperInvariant();

    /// <summary>Makes the first character upper case and the others lower.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static string UpperFirst(string text)
    {
        int width = text.Length == 0 ? 0 : Values.PythonText.WidthAt(text, 0);
        return Upper(text[..width]) + Lower(text[width..]);
    }

    /// <summary>Makes the first letter of each row of letters upper case and the others lower.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static string Title(string text)
    {
        var result = new StringBuilder(text.Length);
        bool afterLetter = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            result.Append((afterLetter ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune)).ToString());
            afterLetter = IsCased(rune);
        }

        return result.ToString();
    }

    /// <summary>Swaps upper and lower case.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static string Swap(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            result.Append((Rune.IsUpper(rune) ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune)).ToString());
        }

        return result.ToString();
    }

    /// <summary>Tells whether a text has letters with case, all of them lower.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it has.</returns>
    public static bool IsLower(string text) => HasOnly(text, Rune.IsLower);

    /// <summary>Tells whether a text has letters with case, all of them upper.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it has.</returns>
    public static bool IsUpper(string text) => HasOnly(text, Rune.IsUpper);

    private static bool HasOnly(string text, Func<Rune, bool> isWanted)
    {
        bool hasAny = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (isWanted(rune))
            {
                hasAny = true;
            }
            else if (IsCased(rune))
            {
                return false;
            }
        }

        return hasAny;
    }

    private static bool IsCased(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;
}
