using System.Globalization;
using System.Text;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <summary>Resolves the escapes of a text literal as Python does; an unknown escape stays as it is written.</summary>
internal static class TextLiteral
{
    /// <summary>Resolves escapes.</summary>
    /// <param name="literal">The literal without its quotes.</param>
    /// <param name="line">Its line, for errors.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateException">An escape is cut short.</exception>
    public static string Unescape(ReadOnlySpan<char> literal, int line)
    {
        if (!literal.Contains('\\'))
        {
            return literal.ToString();
        }

        var text = new StringBuilder(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\')
            {
                text.Append(literal[i]);
            }
            else
            {
                i += AppendEscape(text, literal[(i + 1)..], line);
            }
        }

        return text.ToString();
    }

    // Returns how many characters after the backslash belong to the escape.
    private static int AppendEscape(StringBuilder text, ReadOnlySpan<char> rest, int line)
    {
        char c = rest[0];
        switch (c)
        {
            case '\n':
                return 1;
            case '\\' or '\'' or '"':
                text.Append(c);
                return 1;
            case 'n':
                text.Append('\n');
                return 1;
            case 't':
                text.Append('\t');
                return 1;
            case 'r':
                text.Append('\r');
                return 1;
            case 'a':
                text.Append('\a');
                return 1;
            case 'b':
                text.Append('\b');
                return 1;
            case 'f':
                text.Append('\f');
                return 1;
            case 'v':
                text.Append('\v');
                return 1;
            case 'x':
                return AppendHex(text, rest, 2, line);
            case 'u':
                return AppendHex(text, rest, 4, line);
            case 'U':
                return AppendHex(text, rest, 8, line);
            case >= '0' and <= '7':
                return AppendOctal(text, rest);
            default:
                text.Append('\\').Append(c);
                return 1;
        }
    }

    private static int AppendHex(StringBuilder text, ReadOnlySpan<char> rest, int digits, int line)
    {
        if (rest.Length <= digits || !uint.TryParse(
            rest.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint code)
            || code > 0x10FFFF)
        {
            throw new TemplateException(
                TemplateErrorKind.Syntax, $"'\\{rest[0]}' needs {digits} hexadecimal digits of a character", line);
        }

        if (code > 0xFFFF)
        {
            text.Append(char.ConvertFromUtf32((int)code));
        }
        else
        {
            text.Append((char)code);
        }

        return digits + 1;
    }

    private static int AppendOctal(StringBuilder text, ReadOnlySpan<char> rest)
    {
        int length = 0;
        int code = 0;
        while (length < 3 && length < rest.Length && rest[length] is >= '0' and <= '7')
        {
            code = (code * 8) + (rest[length] - '0');
            length++;
        }

        text.Append((char)code);
        return length;
    }
}
