using System.Buffers;
using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>Filters over values of any type.</summary>
internal static class ValueFilters
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\n\r\f\v/>=");

    /// <summary>Gets the filters by name.</summary>
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>
    {
        ["attr"] = Attribute,
        ["d"] = Default,
        ["default"] = Default,
        ["tojson"] = ToJson,
        ["urlencode"] = UrlEncode,
        ["xmlattr"] = XmlAttributes,
    };

    private static JinjaValue Attribute(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("attr", 1, "name");
        string name = RequireText(bound[0], "name");
        if (value is UndefinedValue undefined)
        {
            throw undefined.Fail();
        }

        return value.GetAttribute(name) ?? new UndefinedValue($"'{value.TypeName} object' has no attribute '{name}'");
    }

    private static JinjaValue Default(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("default", "default_value", "boolean");
        bool isMissing = value is UndefinedValue || (OptionalFlag(bound[1]) && !value.IsTrue);
        return isMissing ? bound[0] ?? StringValue.Empty : value;
    }

    private static StringValue ToJson(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("tojson", "ensure_ascii", "indent", "separators", "sort_keys");
        string? indent = bound[1] switch
        {
            null or NoneValue => null,
            StringValue text => text.Text,
            _ => new string(' ', Math.Clamp(RequireInt(bound[1], "indent"), 0, byte.MaxValue)),
        };
        string itemSeparator = indent is null ? ", " : ",";
        string keySeparator = ": ";
        if (bound[2] is SequenceValue { Length: 2 } separators)
        {
            itemSeparator = RequireText(separators.Items[0], "a separator");
            keySeparator = RequireText(separators.Items[1], "a separator");
        }

        var json = new JsonText(
            state, OptionalFlag(bound[0]), indent, itemSeparator, keySeparator, OptionalFlag(bound[3]));
        return new StringValue(json.Write(value));
    }

    private static StringValue UrlEncode(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("urlencode");
        if (value is StringValue || value.GetItems() is null)
        {
            return new StringValue(UrlQuote(state, state.ToText(value), isQuery: false));
        }

        state.Step((value as MappingValue)?.Items.Count ?? 0);
        IEnumerable<JinjaValue> pairs = value is MappingValue mapping
            ? Methods.MappingMethods.Pairs(mapping)
            : state.Iterate(value);
        var text = new BoundedText(state);
        foreach (JinjaValue pair in pairs)
        {
            List<JinjaValue> parts = state.ToList(pair);
            if (parts.Count != 2)
            {
                throw new TemplateException(TemplateErrorKind.Value, "urlencode() needs pairs of a name and a value");
            }

            text.Append(text.Length > 0 ? "&" : string.Empty);
            text.Append(UrlQuote(state, state.ToText(parts[0]), isQuery: true));
            text.Append('=');
            text.Append(UrlQuote(state, state.ToText(parts[1]), isQuery: true));
        }

        return new StringValue(text.ToString());
    }

    private static string UrlQuote(RenderState state, string text, bool isQuery)
    {
        state.ChargeReading(text.Length);
        var quoted = new BoundedText(state);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '~' || (c == '/' && !isQuery))
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append(c == ' ' && isQuery ? "+" : $"%{b:X2}");
            }
        }

        return quoted.ToString();
    }

    private static StringValue XmlAttributes(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("xmlattr", "autospace");
        if (value is not MappingValue mapping)
        {
            throw value is UndefinedValue undefined
                ? undefined.Fail()
                : new TemplateException(TemplateErrorKind.Type, $"xmlattr() needs a mapping, not {value.TypeName}");
        }

        var text = new BoundedText(state);
        foreach ((JinjaValue key, JinjaValue item) in mapping.Items)
        {
            if (item is NoneValue or UndefinedValue)
            {
                continue;
            }

            string name = RequireText(key, "an attribute's name");
            if (name.AsSpan().ContainsAny(NotInNames))
            {
                throw new TemplateException(TemplateErrorKind.Value, $"Invalid character in attribute name: '{name}'");
            }

            text.Append(text.Length > 0 || OptionalFlag(bound[0], otherwise: true) ? " " : string.Empty);
            text.Append($"{HtmlText.Escape(state, name)}=\"{HtmlText.Escape(state, TextFilters.Soft(state, item))}\"");
        }

        return new StringValue(text.ToString());
    }
}
