using System.Globalization;
using System.Numerics;
using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>How a value is written in a format: sign, padding, precision, type.</summary>
internal sealed record NumberSpec
{
    private const int DefaultPrecision = 6;

    /// <summary>Gets how the text stands in its width: <c>&lt;</c>, <c>&gt;</c>, <c>^</c> or <c>=</c>.</summary>
    public char Align { get; init; } = '>';

    /// <summary>Gets what fills the width.</summary>
    public char Fill { get; init; } = ' ';

    /// <summary>Gets what stands before a number that is not negative: <c>+</c>, a blank, or <c>-</c> for nothing.</summary>
    public char Sign { get; init; } = '-';

    /// <summary>Gets whether prefixes such as <c>0x</c> are written.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>Gets whether zeros fill the width between sign and digits.</summary>
    public bool PadsZeros { get; init; }

    /// <summary>Gets what groups thousands, or a null character.</summary>
    public char Group { get; init; }

    /// <summary>Gets the least number of characters.</summary>
    public int Width { get; init; }

    /// <summary>Gets the digits after the point, or of the whole number for <c>g</c>.</summary>
    public int? Precision { get; init; }

    /// <summary>Gets the type, or a null character.</summary>
    public char Type { get; init; }

    /// <summary>Writes a number.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="number">The number.</param>
    /// <param name="type">How.</param>
    /// <returns>The text.</returns>
    public string Write(RenderState state, JinjaValue number, char type)
    {
        string digits = number is IntegerValue integer
            ? Digits(integer.Value, type)
            : Digits(((FloatValue)number).Value, type);
        bool isNegative = digits.StartsWith('-');
        digits = isNegative ? digits[1..] : digits;
        string prefix = (isNegative ? "-" : Sign == '-' ? string.Empty : Sign.ToString())
            + (IsAlternate && (type is 'x' or 'X' or 'o' or 'b') ? $"0{type}" : string.Empty);
        digits = Group == '\0' ? digits : Grouped(digits);
        if (PadsZeros || Align == '=')
        {
            char fill = PadsZeros ? '0' : Fill;
            return prefix + TextLayout.Repeat(state, fill, Width - prefix.Length - digits.Length) + digits;
        }

        return Pad(state, prefix + digits);
    }

    /// <summary>Fills the width.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public string Pad(RenderState state, string text)
    {
        int missing = Width - PythonText.Length(text);
        int left = Align switch { '<' => 0, '^' => Math.Max(0, missing) / 2, _ => missing };
        return TextLayout.Repeat(state, Fill, left) + text + TextLayout.Repeat(state, Fill, missing - Math.Max(0, left));
    }

    private static string Digits(BigInteger value, char type)
    {
        int radix = type switch { 'x' or 'X' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        if (radix == 10)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var digits = new StringBuilder();
        BigInteger rest = BigInteger.Abs(value);
        do
        {
            rest = BigInteger.DivRem(rest, radix, out BigInteger digit);
            digits.Insert(0, "0123456789abcdef"[(int)digit]);
        }
        while (!rest.IsZero);
        string text = value.Sign < 0 ? $"-{digits}" : digits.ToString();
        return type == 'X' ? text.ToUpperInvariant() : text;
    }

    private string Digits(double value, char type)
    {
        if (!double.IsFinite(value))
        {
            string special = PythonNumber.Repr(value);
            return char.IsUpper(type) ? special.ToUpperInvariant() : special;
        }

        int precision = Precision ?? DefaultPrecision;
        switch (type)
        {
            case 'f' or 'F':
                return PythonNumber.Fixed(value, precision);
            case '%':
                return PythonNumber.Fixed(value * 100, precision) + "%";
            case 'e' or 'E':
                return Exponential(value, precision, type);
            case 'g' or 'G':
                return General(value, Math.Max(1, precision), type);
            default:
                return Precision is null ? PythonNumber.Repr(value) : General(value, Math.Max(1, precision), 'g');
        }
    }

    // .NET writes three digits of the exponent and Python at least two.
    private static string Exponential(double value, int precision, char type)
    {
        string text = value.ToString($"{type}{Math.Min(precision, 100)}", CultureInfo.InvariantCulture);
        int exponent = text.LastIndexOfAny(['+', '-']) + 1;
        return text[exponent] == '0' ? text.Remove(exponent, 1) : text;
    }

    private string General(double value, int precision, char type)
    {
        string exponential = Exponential(value, precision - 1, 'e');
        int at = exponential.IndexOf('e', StringComparison.Ordinal);
        int exponent = int.Parse(exponential.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        bool isExponential = exponent < -4 || exponent >= precision;
        string mantissa = isExponential ? exponential[..at] : PythonNumber.Fixed(value, precision - 1 - exponent);
        if (!IsAlternate && mantissa.Contains('.', StringComparison.Ordinal))
        {
            mantissa = mantissa.TrimEnd('0').TrimEnd('.');
        }

        string text = isExponential ? mantissa + exponential[at..] : mantissa;
        return type == 'G' ? text.ToUpperInvariant() : text;
    }

    private string Grouped(string digits)
    {
        int point = digits.TakeWhile(char.IsAsciiDigit).Count();
        var grouped = new StringBuilder(digits);
        for (int i = point - 3; i > 0; i -= 3)
        {
            grouped.Insert(i, Group);
        }

        return grouped.ToString();
    }
}
