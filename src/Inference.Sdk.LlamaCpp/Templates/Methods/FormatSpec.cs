using System.Globalization;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Parses Python's format specifications: <c>[[fill]align][sign][#][0][width][group][.precision][type]</c>.</summary>
internal static class FormatSpec
{
    /// <summary>Parses a specification.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="isNumber">Whether a number is written: it stands at the right unless told otherwise.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="TemplateException">It is none.</exception>
    public static NumberSpec Parse(string spec, bool isNumber)
    {
        int at = 0;
        char fill = ' ';
        char? align = null;
        if (spec.Length > 1 && IsAlign(spec[1]))
        {
            (fill, align, at) = (spec[0], spec[1], 2);
        }
        else if (IsAlign(spec[0]))
        {
            (align, at) = (spec[0], 1);
        }

        char sign = Take("+- ") ?? '-';
        bool isAlternate = Take("#") is not null;
        bool padsZeros = Take("0") is not null;
        int? width = TakeNumber();
        char group = Take(",_") ?? '\0';
        int? precision = Take(".") is null ? null : TakeNumber() ?? throw Invalid(spec);
        char type = Take("sdxXobneEfFgG%") ?? '\0';
        if (at < spec.Length)
        {
            throw Invalid(spec);
        }

        return new NumberSpec
        {
            Align = align ?? (isNumber ? '>' : '<'),
            Fill = fill,
            Sign = sign,
            IsAlternate = isAlternate,
            PadsZeros = padsZeros && align is null && isNumber,
            Group = group,
            Width = width ?? 0,
            Precision = precision,
            Type = type,
        };

        char? Take(string characters) =>
            at < spec.Length && characters.Contains(spec[at], StringComparison.Ordinal) ? spec[at++] : null;

        int? TakeNumber()
        {
            int start = at;
            while (at < spec.Length && char.IsAsciiDigit(spec[at]))
            {
                at++;
            }

            if (start == at)
            {
                return null;
            }

            return int.TryParse(spec.AsSpan(start, at - start), CultureInfo.InvariantCulture, out int number)
                ? number
                : throw Invalid(spec);
        }
    }

    private static bool IsAlign(char c) => c is '<' or '>' or '^' or '=';

    private static TemplateException Invalid(string spec) =>
        new(TemplateErrorKind.Value, $"Invalid format specifier '{spec}'");
}
