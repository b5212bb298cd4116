using System.Globalization;
using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Methods of texts that tell what they are made of.</summary>
internal static class StringChecks
{
    /// <summary>Gets the methods by name.</summary>
    public static IReadOnlyDictionary<string, StringMethod> All { get; } = new Dictionary<string, StringMethod>
    {
        ["isalnum"] = Check("isalnum", rune => Rune.IsLetter(rune) || IsNumeric(rune)),
        ["isalpha"] = Check("isalpha", Rune.IsLetter),
        ["isascii"] = (_, self, arguments) =>
        {
            arguments.Bind("isascii");
            return BooleanValue.Of(Ascii.IsValid(self.Text));
        },
        ["isdecimal"] = Check("isdecimal", IsDecimal),
        ["isdigit"] = Check("isdigit", rune => CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) >= 0),
        ["islower"] = Case("islower", TextCase.IsLower),
        ["isnumeric"] = Check("isnumeric", IsNumeric),
        ["isspace"] = Check("isspace", rune => rune.IsBmp && PythonText.IsSpace((char)rune.Value)),
        ["istitle"] = Case("istitle", text =>
            text == TextCase.Title(text) && text.EnumerateRunes().Any(Rune.IsUpper)),
        ["isupper"] = Case("isupper", TextCase.IsUpper),
    };

    private static StringMethod Check(string name, Func<Rune, bool> check) => (_, self, arguments) =>
    {
        arguments.Bind(name);
        return BooleanValue.Of(self.Text.Length > 0 && self.Text.EnumerateRunes().All(check));
    };

    private static StringMethod Case(string name, Func<string, bool> check) => (_, self, arguments) =>
    {
        arguments.Bind(name);
        return BooleanValue.Of(check(self.Text));
    };

    private static bool IsDecimal(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsNumeric(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
