using System.Text.RegularExpressions;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Methods;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>Filters that make text of text.</summary>
internal static partial class TextFilters
{
    private const int TruncateLeeway = 5;

    /// <summary>Gets the filters by name.</summary>
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>
    {
        ["capitalize"] = (state, value, arguments) => Change(state, value, arguments, "capitalize", TextCase.UpperFirst),
        ["center"] = Center,
        ["e"] = Escape,
        ["escape"] = Escape,
        ["forceescape"] = (state, value, arguments) =>
            new StringValue(HtmlText.Escape(state, Plain(state, value, arguments, "forceescape")), isMarkup: true),
        ["format"] = Format,
        ["indent"] = Indent,
        ["lower"] = (state, value, arguments) => Change(state, value, arguments, "lower", TextCase.Lower),
        ["replace"] = Replace,
        ["safe"] = (state, value, arguments) => new StringValue(Plain(state, value, arguments, "safe"), isMarkup: true),
        ["string"] = (state, value, arguments) => Change(state, value, arguments, "string", text => text),
        ["title"] = (state, value, arguments) => Change(state, value, arguments, "title", Title),
        ["trim"] = Trim,
        ["truncate"] = Truncate,
        ["upper"] = (state, value, arguments) => Change(state, value, arguments, "upper", TextCase.Upper),
        ["wordcount"] = (state, value, arguments) =>
            new IntegerValue(Word().Count(Plain(state, value, arguments, "wordcount"))),
    };

    /// <summary>Gets a value's text, marked as HTML where it is.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static StringValue Soft(RenderState state, JinjaValue value) =>
        value as StringValue ?? new StringValue(state.ToText(value));

    private static StringValue Change(
        RenderState state, JinjaValue value, CallArguments arguments, string name, Func<string, string> change)
    {
        arguments.Bind(name);
        StringValue text = Soft(state, value);
        state.ChargeText(0, text.Text.Length);
        return text.With(change(text.Text));
    }

    private static string Plain(RenderState state, JinjaValue value, CallArguments arguments, string name)
    {
        arguments.Bind(name);
        return state.ToText(value);
    }

    private static StringValue Center(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("center", "width");
        StringValue text = Soft(state, value);
        return text.With(TextLayout.Center(state, text, OptionalInt(bound[0], 80, "width"), ' '));
    }

    private static StringValue Escape(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("escape");
        return new StringValue(HtmlText.Escape(state, Soft(state, value)), isMarkup: true);
    }

    private static StringValue Format(RenderState state, JinjaValue value, CallArguments arguments)
    {
        if (arguments.Positional.Count > 0 && arguments.Named.Count > 0)
        {
            throw new TemplateException(
                TemplateErrorKind.Runtime, "format() takes arguments by position or by name, not both");
        }

        StringValue text = Soft(state, value);
        OrderedDictionary<JinjaValue, JinjaValue> named = MappingValue.NewItems();
        foreach ((string name, JinjaValue argument) in arguments.Named)
        {
            named[new StringValue(name)] = argument;
        }

        JinjaValue values = named.Count > 0 ? new MappingValue(named) : new TupleValue(arguments.Positional);
        return text.With(PrintfFormat.Format(state, text.Text, values));
    }

    private static StringValue Indent(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("indent", "width", "first", "blank");
        string text = RequireText(value, "what is indented");
        string indention = bound[0] is StringValue given
            ? given.Text
            : TextLayout.Repeat(state, ' ', OptionalInt(bound[0], 4, "width"));
        bool indentsBlank = OptionalFlag(bound[2]);
        List<string> lines = TextLayout.SplitLines(text + "\n", keepEnds: false);
        var result = new BoundedText(state);
        result.Append(OptionalFlag(bound[1]) ? indention : string.Empty);
        for (int i = 0; i < lines.Count; i++)
        {
            result.Append(i > 0 ? "\n" : string.Empty);
            result.Append(i > 0 && (indentsBlank || lines[i].Length > 0) ? indention : string.Empty);
            result.Append(lines[i]);
        }

        return ((StringValue)value).With(result.ToString());
    }

    private static StringValue Replace(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("replace", 2, "old", "new", "count");
        int count = bound[2] is null or NoneValue ? -1 : RequireInt(bound[2], "count");
        return new StringValue(TextLayout.Replace(
            state, state.ToText(value), state.ToText(bound[0]!), state.ToText(bound[1]!), count));
    }

    private static string Title(string text) => string.Concat(
        WordBeginning().Split(text).Where(part => part.Length > 0).Select(TextCase.UpperFirst));

    private static StringValue Trim(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("trim", "chars");
        StringValue text = Soft(state, value);
        return text.With(TextLayout.Strip(text.Text, OptionalText(bound[0], "chars"), atStart: true, atEnd: true));
    }

    private static JinjaValue Truncate(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("truncate", "length", "killwords", "end", "leeway");
        int length = OptionalInt(bound[0], 255, "length");
        string end = OptionalText(bound[2], "end") ?? "...";
        int leeway = bound[3] is null or NoneValue ? TruncateLeeway : RequireInt(bound[3], "leeway");
        int room = length - PythonText.Length(end);
        if (room < 0 || leeway < 0)
        {
            throw new TemplateException(TemplateErrorKind.Value, "truncate() needs a length of at least its end's");
        }

        // Whatever is short enough is let through, text or not.
        if (value.Length <= (long)length + leeway)
        {
            return value;
        }

        string text = RequireText(value, "what is truncated");
        string kept = text[..PythonText.IndexOf(text, value.Length!.Value, room)];
        int space = kept.LastIndexOf(' ');
        return state.NewText((OptionalFlag(bound[1]) || space < 0 ? kept : kept[..space]) + end);
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"([-\s({\[<]+)", RegexOptions.CultureInvariant)]
    private static partial Regex WordBeginning();
}
