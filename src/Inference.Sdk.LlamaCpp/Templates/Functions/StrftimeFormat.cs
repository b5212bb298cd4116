using System.Globalization;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Functions;

/// <summary>Writes times as C's <c>strftime</c> does in English. Zones are empty, as for Python's local times.</summary>
internal static class StrftimeFormat
{
    /// <summary>Writes what time it is.</summary>
    /// <param name="state">The rendering, whose clock tells the time.</param>
    /// <param name="format">The format, such as <c>%d %b %Y</c>.</param>
    /// <returns>The text. Directives that are not known stay as they are written.</returns>
    /// <exception cref="TemplateException">The text is too long.</exception>
    public static string Format(RenderState state, string format)
    {
        DateTimeOffset time = state.Clock.GetLocalNow();
        var text = new BoundedText(state);
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            // "%-d" leaves the zero out.
            bool isBare = format[i + 1] == '-' && i + 2 < format.Length;
            char directive = format[i + (isBare ? 2 : 1)];
            string? value = Write(time, directive);
            text.Append(value is null ? format.Substring(i, isBare ? 3 : 2) : isBare ? Bare(value) : value);
            i += isBare ? 2 : 1;
        }

        return text.ToString();
    }

    private static string Bare(string value)
    {
        string bare = value.TrimStart('0', ' ');
        return bare.Length == 0 || !char.IsAsciiDigit(bare[0]) ? value[^1..] : bare;
    }

    private static string? Write(DateTimeOffset time, char directive)
    {
        string? format = directive switch
        {
            'Y' => "yyyy",
            'y' => "yy",
            'm' => "MM",
            'd' => "dd",
            'H' => "HH",
            'I' => "hh",
            'M' => "mm",
            'S' => "ss",
            'f' => "ffffff",
            'B' => "MMMM",
            'b' or 'h' => "MMM",
            'A' => "dddd",
            'a' => "ddd",
            'p' => "tt",
            'F' => "yyyy-MM-dd",
            'T' or 'X' => "HH:mm:ss",
            'R' => "HH:mm",
            'D' or 'x' => "MM/dd/yy",
            _ => null,
        };
        return format is null ? WriteComputed(time, directive) : time.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string? WriteComputed(DateTimeOffset time, char directive)
    {
        int weekday = (int)time.DayOfWeek;
        return directive switch
        {
            'e' => Number(time.Day, "0").PadLeft(2),
            'k' => Number(time.Hour, "0").PadLeft(2),
            'l' => Number(((time.Hour + 11) % 12) + 1, "0").PadLeft(2),
            'j' => Number(time.DayOfYear, "000"),
            'w' => Number(weekday, "0"),
            'u' => Number(weekday == 0 ? 7 : weekday, "0"),
            'U' => Number((time.DayOfYear + 6 - weekday) / 7, "00"),
            'W' => Number((time.DayOfYear + 6 - ((weekday + 6) % 7)) / 7, "00"),
            'V' => Number(ISOWeek.GetWeekOfYear(time.DateTime), "00"),
            'G' => Number(ISOWeek.GetYear(time.DateTime), "0000"),
            'C' => Number(time.Year / 100, "00"),
            's' => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            'c' => $"{Write(time, 'a')} {Write(time, 'b')} {Write(time, 'e')} {Write(time, 'T')} {Write(time, 'Y')}",
            'r' => $"{Write(time, 'I')}:{Write(time, 'M')}:{Write(time, 'S')} {Write(time, 'p')}",
            'Z' or 'z' => string.Empty,
            'n' => "\n",
            't' => "\t",
            '%' => "%",
            _ => null,
        };
    }

    private static string Number(int value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
