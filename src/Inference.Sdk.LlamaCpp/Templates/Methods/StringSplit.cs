using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Methods of texts that split them.</summary>
internal static class StringSplit
{
    /// <summary>Gets the methods by name.</summary>
    public static IReadOnlyDictionary<string, StringMethod> All { get; } = new Dictionary<string, StringMethod>
    {
        ["partition"] = (state, self, arguments) => Partition(state, self, arguments, "partition"),
        ["rpartition"] = (state, self, arguments) => Partition(state, self, arguments, "rpartition"),
        ["rsplit"] = (state, self, arguments) => Split(state, self, arguments, fromEnd: true),
        ["split"] = (state, self, arguments) => Split(state, self, arguments, fromEnd: false),
        ["splitlines"] = (state, self, arguments) => ToList(
            state, self, TextLayout.SplitLines(self.Text, OptionalFlag(arguments.Bind("splitlines", "keepends")[0]))),
    };

    private static ListValue Split(RenderState state, StringValue self, CallArguments arguments, bool fromEnd)
    {
        JinjaValue?[] bound = arguments.Bind("split", "sep", "maxsplit");
        string? separator = OptionalText(bound[0], "sep");
        int most = OptionalInt(bound[1], -1, "maxsplit");
        if (separator is { Length: 0 })
        {
            throw new TemplateException(TemplateErrorKind.Value, "empty separator");
        }

        state.ChargeSearch(self.Text.Length, separator?.Length ?? 0);
        most = most < 0 ? int.MaxValue : most;
        List<string> parts = (separator, fromEnd) switch
        {
            (null, false) => SplitBlank(self.Text, most),
            (null, true) => SplitBlankFromEnd(self.Text, most),
            (_, false) => SplitAt(self.Text, separator, most),
            _ => SplitAtFromEnd(self.Text, separator, most),
        };
        return ToList(state, self, parts);
    }

    private static List<string> SplitAt(string text, string separator, int most)
    {
        var parts = new List<string>();
        int start = 0;
        int found;
        while (parts.Count < most && (found = text.IndexOf(separator, start, StringComparison.Ordinal)) >= 0)
        {
            parts.Add(text[start..found]);
            start = found + separator.Length;
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static List<string> SplitAtFromEnd(string text, string separator, int most)
    {
        var parts = new List<string>();
        int end = text.Length;
        int found;
        while (parts.Count < most && (found = text.AsSpan(0, end).LastIndexOf(separator)) >= 0)
        {
            parts.Add(text[(found + separator.Length)..end]);
            end = found;
        }

        parts.Add(text[..end]);
        parts.Reverse();
        return parts;
    }

    private static List<string> SplitBlank(string text, int most)
    {
        var parts = new List<string>();
        int at = SkipBlank(text, 0);
        while (at < text.Length && parts.Count < most)
        {
            int end = at;
            while (end < text.Length && !PythonText.IsSpace(text[end]))
            {
                end++;
            }

            parts.Add(text[at..end]);
            at = SkipBlank(text, end);
        }

        if (at < text.Length)
        {
            parts.Add(text[at..]);
        }

        return parts;
    }

    private static List<string> SplitBlankFromEnd(string text, int most)
    {
        var parts = new List<string>();
        int end = SkipBlankFromEnd(text, text.Length);
        while (end > 0 && parts.Count < most)
        {
            int start = end;
            while (start > 0 && !PythonText.IsSpace(text[start - 1]))
            {
                start--;
            }

            parts.Add(text[start..end]);
            end = SkipBlankFromEnd(text, start);
        }

        if (end > 0)
        {
            parts.Add(text[..end]);
        }

        parts.Reverse();
        return parts;
    }

    private static int SkipBlank(string text, int at)
    {
        while (at < text.Length && PythonText.IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipBlankFromEnd(string text, int end)
    {
        while (end > 0 && PythonText.IsSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static TupleValue Partition(RenderState state, StringValue self, CallArguments arguments, string name)
    {
        string separator = RequireText(arguments.BindRequired(name, 1, "sep")[0], "sep");
        if (separator.Length == 0)
        {
            throw new TemplateException(TemplateErrorKind.Value, "empty separator");
        }

        state.ChargeSearch(self.Text.Length, separator.Length);
        bool fromEnd = name == "rpartition";
        int found = fromEnd
            ? self.Text.LastIndexOf(separator, StringComparison.Ordinal)
            : self.Text.IndexOf(separator, StringComparison.Ordinal);
        if (found < 0)
        {
            return new TupleValue(fromEnd
                ? [self.With(string.Empty), self.With(string.Empty), self]
                : [self, self.With(string.Empty), self.With(string.Empty)]);
        }

        return new TupleValue(
        [
            self.With(self.Text[..found]),
            self.With(separator),
            self.With(self.Text[(found + separator.Length)..]),
        ]);
    }

    private static ListValue ToList(RenderState state, StringValue self, List<string> parts)
    {
        state.Step(parts.Count);
        return new ListValue([.. parts.Select(self.With)]);
    }
}
