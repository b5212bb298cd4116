using System.Globalization;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Python's <c>"{} of {name}".format(values)</c>.</summary>
internal sealed class BraceFormat
{
    private readonly RenderState _state;
    private readonly string _format;
    private readonly CallArguments _arguments;
    private int _position;
    private int _used;

    private BraceFormat(RenderState state, string format, CallArguments arguments)
    {
        _state = state;
        _format = format;
        _arguments = arguments;
    }

    /// <summary>Fills in values.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="format">The format.</param>
    /// <param name="arguments">The values.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateException">The values do not fit the format.</exception>
    public static string Format(RenderState state, string format, CallArguments arguments) =>
        new BraceFormat(state, format, arguments).Run();

    private string Run()
    {
        var text = new BoundedText(_state);
        while (_position < _format.Length)
        {
            char c = _format[_position++];
            bool isDoubled = _position < _format.Length && _format[_position] == c;
            if (c is '{' or '}' && isDoubled)
            {
                _position++;
                text.Append(c);
            }
            else if (c == '{')
            {
                text.Append(ReadField());
            }
            else if (c == '}')
            {
                throw Fail("Single '}' encountered in format string");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private string ReadField()
    {
        int end = _format.AsSpan(_position).IndexOf('}');
        if (end < 0)
        {
            throw Fail("expected '}' before end of string");
        }

        string field = _format.Substring(_position, end);
        _position += end + 1;
        if (field.Contains('{', StringComparison.Ordinal))
        {
            throw Fail("fields inside fields are not supported");
        }

        int colon = field.IndexOf(':', StringComparison.Ordinal);
        string spec = colon < 0 ? string.Empty : field[(colon + 1)..];
        string name = colon < 0 ? field : field[..colon];
        int bang = name.IndexOf('!', StringComparison.Ordinal);
        string conversion = bang < 0 ? string.Empty : name[(bang + 1)..];
        JinjaValue value = Find(bang < 0 ? name : name[..bang]);
        return Write(Converted(value, conversion), spec);
    }

    private JinjaValue Converted(JinjaValue value, string conversion)
    {
        switch (conversion)
        {
            case "":
                return value;
            case "s":
                return new StringValue(_state.ToText(value));
            case "r" or "a":
                var repr = new BoundedText(_state);
                value.WriteRepr(repr);
                return new StringValue(repr.ToString());
            default:
                throw Fail($"unknown conversion '{conversion}'");
        }
    }

    // "name.attribute[key]"
    private JinjaValue Find(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        string name = end < 0 ? path : path[..end];
        JinjaValue value = FindArgument(name);
        while (end >= 0 && end < path.Length)
        {
            bool isKey = path[end] == '[';
            int start = end + 1;
            int length = isKey ? path.AsSpan(start).IndexOf(']') : path.AsSpan(start).IndexOfAny('.', '[');
            end = length < 0 ? -1 : start + length;
            string part = end < 0 ? path[start..] : path[start..end];
            if (isKey && end < 0)
            {
                throw Fail("expected ']' before end of string");
            }

            value = isKey
                ? Subscript.GetItem(_state, value, Key(part))
                : Subscript.GetAttribute(_state, value, new StringValue(part));
            end = isKey ? end + 1 : end;
        }

        return value;
    }

    private static JinjaValue Key(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? new IntegerValue(index)
            : new StringValue(part);

    private JinjaValue FindArgument(string name)
    {
        if (name.Length == 0 || int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            int index = name.Length == 0 ? _used++ : int.Parse(name, CultureInfo.InvariantCulture);
            return index < _arguments.Positional.Count
                ? _arguments.Positional[index]
                : throw Fail($"Replacement index {index} out of range for positional args tuple");
        }

        foreach ((string key, JinjaValue value) in _arguments.Named)
        {
            _state.Step();
            if (key == name)
            {
                return value;
            }
        }

        throw Fail($"the format's key '{name}' is not there");
    }

    private string Write(JinjaValue value, string spec)
    {
        if (spec.Length == 0)
        {
            return _state.ToText(value);
        }

        NumberSpec parsed = FormatSpec.Parse(spec, value is not StringValue);
        bool isNumber = value is IntegerValue or FloatValue || (value is BooleanValue && parsed.Type != '\0');
        if (!isNumber)
        {
            string text = value is StringValue or BooleanValue
                ? _state.ToText(value)
                : throw new TemplateException(
                    TemplateErrorKind.Type, $"unsupported format string passed to {value.TypeName}.__format__");
            int length = PythonText.Length(text);
            return parsed.Type is '\0' or 's'
                ? parsed.Pad(_state, parsed.Precision < length
                    ? text[..PythonText.IndexOf(text, length, parsed.Precision.Value)]
                    : text)
                : throw Fail($"Unknown format code '{parsed.Type}' for object of type '{value.TypeName}'");
        }

        bool wantsFloat = value is FloatValue || parsed.Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%';
        JinjaValue number = wantsFloat
            ? new FloatValue(PythonNumber.ToDouble(value))
            : PythonNumber.TryGetInteger(value, out System.Numerics.BigInteger integer) ? new IntegerValue(integer) : value;
        bool isKnown = wantsFloat
            ? parsed.Type is '\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' or 'n'
            : parsed.Type is '\0' or 'd' or 'x' or 'X' or 'o' or 'b' or 'n';
        return isKnown
            ? parsed.Write(_state, number, parsed.Type)
            : throw Fail($"Unknown format code '{parsed.Type}' for object of type '{value.TypeName}'");
    }

    private static TemplateException Fail(string problem) => new(TemplateErrorKind.Value, problem);
}
