using System.Globalization;
using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>Filters that make numbers.</summary>
internal static class NumberFilters
{
    /// <summary>Gets the filters by name.</summary>
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>
    {
        ["abs"] = Abs,
        ["filesizeformat"] = FileSize,
        ["float"] = ToFloat,
        ["int"] = ToInteger,
        ["round"] = Round,
        ["sum"] = Sum,
    };

    private static JinjaValue Abs(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("abs");
        if (value is FloatValue number)
        {
            return new FloatValue(Math.Abs(number.Value));
        }

        return PythonNumber.TryGetInteger(value, out BigInteger integer)
            ? new IntegerValue(BigInteger.Abs(integer))
            : throw new TemplateException(TemplateErrorKind.Type, $"bad operand type for abs(): '{value.TypeName}'");
    }

    private static JinjaValue ToFloat(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("float", "default");
        return TryGetFloat(value, out double number) ? new FloatValue(number) : bound[0] ?? new FloatValue(0);
    }

    private static JinjaValue ToInteger(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("int", "default", "base");
        int radix = OptionalInt(bound[1], 10, "base");
        if (value is StringValue text && TryParse(text.Text, radix, out BigInteger parsed))
        {
            return new IntegerValue(parsed);
        }

        if (PythonNumber.TryGetInteger(value, out BigInteger integer))
        {
            return new IntegerValue(integer);
        }

        bool isFinite = TryGetFloat(value, out double number) && double.IsFinite(number);
        return isFinite ? new IntegerValue(new BigInteger(number)) : bound[0] ?? new IntegerValue(0);
    }

    private static bool TryParse(string text, int radix, out BigInteger value)
    {
        string digits = PythonText.Trim(text).ToString();
        string prefix = radix switch { 16 => "0x", 8 => "0o", 2 => "0b", _ => "\0" };
        return PythonNumber.TryParseInteger(
            digits.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits, radix, out value);
    }

    private static bool TryGetFloat(JinjaValue value, out double number)
    {
        number = 0;
        switch (value)
        {
            case UndefinedValue undefined:
                throw undefined.Fail();
            case StringValue text:
                return PythonNumber.TryParseFloat(text.Text, out number);
            default:
                number = PythonNumber.ToDouble(value);
                return PythonNumber.IsNumber(value);
        }
    }

    private static JinjaValue Round(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("round", "precision", "method");
        int precision = OptionalInt(bound[0], 0, "precision");
        string method = OptionalText(bound[1], "method") ?? "common";
        if (method is not ("common" or "ceil" or "floor"))
        {
            throw new TemplateException(TemplateErrorKind.Runtime, "method must be common, ceil or floor");
        }

        if (!PythonNumber.IsNumber(value))
        {
            throw value is UndefinedValue undefined && method != "common"
                ? undefined.Fail()
                : new TemplateException(TemplateErrorKind.Type, $"type {value.TypeName} cannot be rounded");
        }

        if (method == "common")
        {
            return value is not FloatValue && precision >= 0 && PythonNumber.TryGetInteger(value, out BigInteger integer)
                ? new IntegerValue(integer)
                : RoundCommon(value, precision);
        }

        double scale = Math.Pow(10, precision);
        double scaled = PythonNumber.ToDouble(value) * scale;
        return new FloatValue((method == "ceil" ? Math.Ceiling(scaled) : Math.Floor(scaled)) / scale);
    }

    private static JinjaValue RoundCommon(JinjaValue value, int precision)
    {
        double rounded = PythonNumber.Round(PythonNumber.ToDouble(value), precision);
        return value is FloatValue ? new FloatValue(rounded) : new IntegerValue(new BigInteger(rounded));
    }

    private static JinjaValue Sum(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("sum", "attribute", "start");
        AttributePath path = AttributePath.Of(bound[0]);
        JinjaValue sum = bound[1] ?? new IntegerValue(0);
        foreach (JinjaValue item in state.Iterate(value))
        {
            sum = Arithmetic.Compute(state, BinaryOperator.Add, sum, path.Get(state, item));
        }

        return sum;
    }

    private static StringValue FileSize(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("filesizeformat", "binary");
        if (!TryGetFloat(value, out double bytes))
        {
            throw new TemplateException(
                value is StringValue ? TemplateErrorKind.Value : TemplateErrorKind.Type, "filesizeformat() needs a number");
        }

        bool isBinary = OptionalFlag(bound[0]);
        double unit = isBinary ? 1024 : 1000;
        if (bytes < unit)
        {
            return new StringValue(bytes == 1
                ? "1 Byte"
                : string.Create(CultureInfo.InvariantCulture, $"{Math.Truncate(bytes):F0} Bytes"));
        }

        const string Prefixes = "kMGTPEZY";
        int power = 0;
        double size = bytes / unit;
        while (size >= unit && power < Prefixes.Length - 1)
        {
            size /= unit;
            power++;
        }

        string prefix = isBinary ? $"{char.ToUpperInvariant(Prefixes[power])}i" : Prefixes[power].ToString();
        return new StringValue($"{PythonNumber.Fixed(size, 1)} {prefix}B");
    }
}
