using System.Globalization;
using System.Numerics;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Numbers as Python reads, writes and compares them.</summary>
internal static class PythonNumber
{
    // No double has more digits than this on either side of the point that matter to a template.
    private const int MaxDigits = 350;

    /// <summary>Tells whether a value is a number; a boolean is one.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsNumber(JinjaValue value) => value is IntegerValue or FloatValue or BooleanValue;

    /// <summary>Gets a whole number or a boolean as a whole number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="integer">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryGetInteger(JinjaValue value, out BigInteger integer)
    {
        integer = value switch
        {
            IntegerValue number => number.Value,
            BooleanValue { IsTrue: true } => BigInteger.One,
            _ => BigInteger.Zero,
        };
        return value is IntegerValue or BooleanValue;
    }

    /// <summary>Gets a number in double precision.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The number.</returns>
    public static double ToDouble(JinjaValue value) => value switch
    {
        FloatValue number => number.Value,
        _ when TryGetInteger(value, out BigInteger integer) => (double)integer,
        _ => double.NaN,
    };

    /// <summary>Compares two numbers, exactly where one is whole.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">Another.</param>
    /// <returns>Their order, or <see langword="null"/> where one is not a number (NaN).</returns>
    public static int? Compare(JinjaValue left, JinjaValue right)
    {
        if (TryGetInteger(left, out BigInteger a) && TryGetInteger(right, out BigInteger b))
        {
            return a.CompareTo(b);
        }

        double x = ToDouble(left);
        double y = ToDouble(right);
        return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
    }

    /// <summary>Writes a number as Python does: the shortest digits that read back the same, <c>1e+16</c> from 1e16 and
    /// <c>1e-05</c> below 1e-4.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Repr(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        (string digits, int exponent) = ShortestDigits(Math.Abs(value));
        string sign = double.IsNegative(value) ? "-" : string.Empty;
        if (exponent is < -4 or >= 16)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..] : string.Empty;
            string power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{power}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        string whole = digits.PadRight(exponent + 1, '0');
        return whole.Length == exponent + 1
            ? $"{sign}{whole}.0"
            : $"{sign}{whole[..(exponent + 1)]}.{whole[(exponent + 1)..]}";
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="text">Its digits, perhaps with a sign, blanks around and underscores between.</param>
    /// <param name="radix">2 to 36.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParseInteger(string text, int radix, out BigInteger value)
    {
        value = BigInteger.Zero;
        ReadOnlySpan<char> digits = PythonText.Trim(text);
        bool isNegative = digits.StartsWith("-", StringComparison.Ordinal);
        digits = digits is ['+' or '-', ..] ? digits[1..] : digits;
        if (digits.IsEmpty || digits[0] == '_' || digits[^1] == '_' || digits.Length > TemplateDefaults.MaxIntegerBits)
        {
            return false;
        }

        char before = '\0';
        foreach (char c in digits)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0'
                : char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) - 'a' + 10
                : int.MaxValue;
            if (c == '_' ? before == '_' : digit >= radix)
            {
                return false;
            }

            value = c == '_' ? value : (value * radix) + digit;
            before = c;
        }

        value = isNegative ? -value : value;
        return value.GetBitLength() <= TemplateDefaults.MaxIntegerBits;
    }

    /// <summary>Reads a number of double precision.</summary>
    /// <param name="text">Its digits, perhaps with blanks around.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParseFloat(string text, out double value)
    {
        string trimmed = PythonText.Trim(text).ToString().ToLowerInvariant();
        double? special = trimmed.TrimStart('+', '-') switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "nan" => double.NaN,
            _ => null,
        };
        if (special is not null)
        {
            value = trimmed[0] == '-' ? -special.Value : special.Value;
            return true;
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(trimmed.Replace("_", string.Empty, StringComparison.Ordinal), Style,
            CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Rounds as Python's <c>round</c> does: exactly, and to even between two.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">The digits after the point that are kept; negative for places before it.</param>
    /// <returns>The rounded number.</returns>
    public static double Round(double value, int digits)
    {
        if (!double.IsFinite(value) || value == 0 || digits > MaxDigits)
        {
            return value;
        }

        return digits < -MaxDigits
            ? 0
            : double.Parse($"{Scale(value, digits)}e{-digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a number with a fixed number of digits after the point, rounded as <see cref="Round"/> does.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">The digits, 0 or more.</param>
    /// <returns>The text.</returns>
    public static string Fixed(double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            return Repr(value);
        }

        digits = Math.Min(digits, MaxDigits);
        string all = BigInteger.Abs(Scale(value, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        string sign = double.IsNegative(value) ? "-" : string.Empty;
        return digits == 0 ? sign + all : $"{sign}{all[..^digits]}.{all[^digits..]}";
    }

    // The whole number nearest to value * 10^digits, to even between two; computed without rounding on the way.
    private static BigInteger Scale(double value, int digits)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFFL;
        BigInteger numerator = exponent == 0 ? mantissa : mantissa | (1L << 52);
        int power = Math.Max(exponent, 1) - 1075;
        BigInteger denominator = BigInteger.One;
        if (power >= 0)
        {
            numerator <<= power;
        }
        else
        {
            denominator <<= -power;
        }

        numerator *= digits > 0 ? BigInteger.Pow(10, digits) : BigInteger.One;
        denominator *= digits < 0 ? BigInteger.Pow(10, -digits) : BigInteger.One;
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        int half = (remainder * 2).CompareTo(denominator);
        quotient += half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0;
        return bits < 0 ? -quotient : quotient;
    }

    // The digits without zeros around them, and the power of ten of the first.
    private static (string Digits, int Exponent) ShortestDigits(double value)
    {
        string[] parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        string all = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        string digits = all.TrimStart('0');
        return digits.Length == 0
            ? ("0", 0)
            : (digits.TrimEnd('0'), (point < 0 ? all.Length : point) - 1 - (all.Length - digits.Length) + exponent);
    }
}
