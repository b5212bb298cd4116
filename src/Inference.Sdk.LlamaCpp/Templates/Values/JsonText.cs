using System.Globalization;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Writes values as Python's <c>json.dumps</c> does: blanks after commas and colons, no HTML escapes.</summary>
/// <param name="state">The rendering.</param>
/// <param name="isAscii">Whether characters beyond ASCII are escaped.</param>
/// <param name="indent">What each level is indented by, or <see langword="null"/> for one line.</param>
/// <param name="itemSeparator">What stands between items.</param>
/// <param name="keySeparator">What stands after keys.</param>
/// <param name="sortsKeys">Whether keys are sorted.</param>
internal sealed class JsonText(
    RenderState state, bool isAscii, string? indent, string itemSeparator, string keySeparator, bool sortsKeys)
{
    private readonly BoundedText _text = new(state);
    private int _depth;

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="TemplateException">JSON has nothing like it.</exception>
    public string Write(JinjaValue value)
    {
        WriteValue(value);
        return _text.ToString();
    }

    private void WriteValue(JinjaValue value)
    {
        state.Step();
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case StringValue text:
                WriteText(text.Text);
                break;
            case NoneValue or BooleanValue or IntegerValue or FloatValue:
                _text.Append(Scalar(value));
                break;
            case SequenceValue sequence:
                WriteList(sequence.Items);
                break;
            case MappingValue mapping:
                WriteMapping(mapping);
                break;
            default:
                throw new TemplateException(
                    TemplateErrorKind.Type, $"Object of type {value.TypeName} is not JSON serializable");
        }
    }

    private string Scalar(JinjaValue value) => value switch
    {
        NoneValue => "null",
        BooleanValue boolean => boolean.IsTrue ? "true" : "false",
        FloatValue number when double.IsNaN(number.Value) => "NaN",
        FloatValue number when double.IsInfinity(number.Value) => number.Value > 0 ? "Infinity" : "-Infinity",
        _ => state.ToText(value),
    };

    private void WriteList(IReadOnlyList<JinjaValue> items)
    {
        if (items.Count == 0)
        {
            _text.Append("[]");
            return;
        }

        _text.Append('[');
        _depth++;
        for (int i = 0; i < items.Count; i++)
        {
            Separate(isFirst: i == 0);
            WriteValue(items[i]);
        }

        _depth--;
        BreakLine();
        _text.Append(']');
    }

    private void WriteMapping(MappingValue mapping)
    {
        if (mapping.Items.Count == 0)
        {
            _text.Append("{}");
            return;
        }

        _text.Append('{');
        _depth++;
        bool isFirst = true;
        foreach ((JinjaValue key, JinjaValue value) in Ordered(mapping))
        {
            Separate(isFirst);
            WriteText(KeyText(key));
            _text.Append(keySeparator);
            WriteValue(value);
            isFirst = false;
        }

        _depth--;
        BreakLine();
        _text.Append('}');
    }

    private IEnumerable<KeyValuePair<JinjaValue, JinjaValue>> Ordered(MappingValue mapping)
    {
        if (!sortsKeys)
        {
            return mapping.Items;
        }

        JinjaValue[] keys = Filters.StableSort.Sort(state, [.. mapping.Items.Keys], key => key, isDescending: false);
        return keys.Select(key => KeyValuePair.Create(key, mapping.Items[key]));
    }

    private string KeyText(JinjaValue key) => key switch
    {
        StringValue text => text.Text,
        NoneValue or BooleanValue or IntegerValue or FloatValue => Scalar(key),
        _ => throw new TemplateException(
            TemplateErrorKind.Type, $"keys must be str, int, float, bool or None, not {key.TypeName}"),
    };

    private void Separate(bool isFirst)
    {
        _text.Append(isFirst ? string.Empty : itemSeparator);
        BreakLine();
    }

    private void BreakLine()
    {
        if (indent is not null)
        {
            _text.Append('\n');
            for (int i = 0; i < _depth; i++)
            {
                _text.Append(indent);
            }
        }
    }

    private void WriteText(string text)
    {
        _text.Append('"');
        foreach (char c in text)
        {
            string? escape = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => Escape(c),
                >= '\u007f' when isAscii && c != '\u007f' => Escape(c),
                _ => null,
            };
            if (escape is null)
            {
                _text.Append(c);
            }
            else
            {
                _text.Append(escape);
            }
        }

        _text.Append('"');
    }

    private static string Escape(char c) => $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}";
}
