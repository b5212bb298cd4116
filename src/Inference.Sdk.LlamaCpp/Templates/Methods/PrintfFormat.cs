using System.Globalization;
using System.Numerics;
using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Python's <c>"%s of %d" % values</c>.</summary>
internal sealed class PrintfFormat
{
    private readonly RenderState _state;
    private readonly string _format;
    private readonly JinjaValue _values;
    private int _position;
    private int _used;

    private PrintfFormat(RenderState state, string format, JinjaValue values)
    {
        _state = state;
        _format = format;
        _values = values;
    }

    /// <summary>Fills in values.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="format">The format.</param>
    /// <param name="values">A tuple of values, one value, or a mapping that the format's keys are looked up in.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateException">The values do not fit the format.</exception>
    public static string Format(RenderState state, string format, JinjaValue values)
    {
        state.ChargeReading(format.Length);
        return new PrintfFormat(state, format, values).Run();
    }

    private string Run()
    {
        var text = new BoundedText(_state);
        while (_position < _format.Length)
        {
            char c = _format[_position++];
            if (c != '%')
            {
                text.Append(c);
            }
            else
            {
                text.Append(ReadDirective());
            }
        }

        // What has items by key need not be used up.
        bool isLoose = _values is MappingValue or ListValue or RangeValue or UndefinedValue;
        if (_values is TupleValue tuple ? _used < tuple.Items.Count : _used == 0 && !isLoose)
        {
            throw Fail("not all arguments converted during string formatting");
        }

        return text.ToString();
    }

    private string ReadDirective()
    {
        JinjaValue? named = ReadKey();
        string flags = ReadWhile("-+ #0");
        int width = ReadCount();
        int? precision = null;
        if (_position < _format.Length && _format[_position] == '.')
        {
            _position++;
            precision = ReadCount();
        }

        ReadWhile("hlL");
        if (_position >= _format.Length)
        {
            throw new TemplateException(TemplateErrorKind.Value, "incomplete format");
        }

        char type = _format[_position++];
        if (type == '%')
        {
            return "%";
        }

        var spec = new NumberSpec
        {
            Align = flags.Contains('-', StringComparison.Ordinal) ? '<' : '>',
            Fill = ' ',
            Sign = flags.Contains('+', StringComparison.Ordinal) ? '+'
                : flags.Contains(' ', StringComparison.Ordinal) ? ' '
                : '-',
            IsAlternate = flags.Contains('#', StringComparison.Ordinal),
            PadsZeros = flags.Contains('0', StringComparison.Ordinal) && !flags.Contains('-', StringComparison.Ordinal),
            Width = width,
            Precision = precision,
            Type = type,
        };
        return Convert(named ?? Next(), spec);
    }

    private JinjaValue? ReadKey()
    {
        if (_position >= _format.Length || _format[_position] != '(')
        {
            return null;
        }

        int end = _format.IndexOf(')', _position);
        if (end < 0)
        {
            throw new TemplateException(TemplateErrorKind.Value, "incomplete format key");
        }

        var key = new StringValue(_format[(_position + 1)..end]);
        _position = end + 1;
        if (_values is not MappingValue mapping)
        {
            throw Fail("format requires a mapping");
        }

        return mapping.GetItem(key)
            ?? throw new TemplateException(TemplateErrorKind.Value, $"the format's key '{key.Text}' is not there");
    }

    private string Convert(JinjaValue value, NumberSpec spec)
    {
        switch (spec.Type)
        {
            case 's' or 'r' or 'a':
                return PadText(value, spec);
            case 'c':
                return (spec with { PadsZeros = false }).Pad(_state, Character(value));
            case 'd' or 'i' or 'u':
                return spec.Write(_state, new IntegerValue(Integer(value)), 'd');
            case 'x' or 'X' or 'o':
                return spec.Write(_state, new IntegerValue(Integer(value)), spec.Type);
            case 'f' or 'F' or 'e' or 'E' or 'g' or 'G':
                return PythonNumber.IsNumber(value)
                    ? spec.Write(_state, new FloatValue(PythonNumber.ToDouble(value)), spec.Type)
                    : throw Wrong(value, "must be real number, not");
            default:
                throw new TemplateException(
                    TemplateErrorKind.Value, $"unsupported format character '{spec.Type}'");
        }
    }

    private string PadText(JinjaValue value, NumberSpec spec)
    {
        var written = new BoundedText(_state);
        if (spec.Type == 's')
        {
            value.WriteTo(written);
        }
        else
        {
            value.WriteRepr(written);
        }

        string text = written.ToString();
        int length = PythonText.Length(text);
        return (spec with { PadsZeros = false }).Pad(
            _state, spec.Precision < length ? text[..PythonText.IndexOf(text, length, spec.Precision.Value)] : text);
    }

    private static string Character(JinjaValue value)
    {
        if (value is StringValue { Length: 1 } one)
        {
            return one.Text;
        }

        BigInteger code = value is StringValue ? throw Fail("%c requires int or char") : Integer(value);
        return code >= 0 && code <= 0x10FFFF && Rune.IsValid((int)code)
            ? new Rune((int)code).ToString()
            : throw new TemplateException(TemplateErrorKind.Arithmetic, "%c arg not in range(0x110000)");
    }

    private static BigInteger Integer(JinjaValue value) => value switch
    {
        FloatValue { Value: var number } when double.IsFinite(number) => new BigInteger(number),
        _ when PythonNumber.TryGetInteger(value, out BigInteger integer) => integer,
        _ => throw Wrong(value, "a real number is required, not"),
    };

    private JinjaValue Next()
    {
        int index = _used++;
        if (_values is TupleValue tuple)
        {
            return index < tuple.Items.Count ? tuple.Items[index] : throw Fail("not enough arguments for format string");
        }

        return index == 0 ? _values : throw Fail("not enough arguments for format string");
    }

    private int ReadCount()
    {
        if (_position < _format.Length && _format[_position] == '*')
        {
            _position++;
            return Math.Max(0, ArgumentReader.RequireInt(Next(), "a width"));
        }

        string digits = ReadWhile("0123456789");
        return digits.Length == 0 ? 0 : int.TryParse(digits, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw new TemplateException(TemplateErrorKind.Value, "width too big");
    }

    private string ReadWhile(string characters)
    {
        var read = new StringBuilder();
        while (_position < _format.Length && characters.Contains(_format[_position], StringComparison.Ordinal))
        {
            read.Append(_format[_position++]);
        }

        return read.ToString();
    }

    private static TemplateException Wrong(JinjaValue value, string problem) =>
        value is UndefinedValue undefined ? undefined.Fail() : Fail($"{problem} {value.TypeName}");

    private static TemplateException Fail(string problem) => new(TemplateErrorKind.Type, problem);
}
