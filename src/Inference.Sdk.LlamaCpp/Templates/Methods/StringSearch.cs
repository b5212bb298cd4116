using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Methods of texts that look for another text in them.</summary>
internal static class StringSearch
{
    /// <summary>Gets the methods by name.</summary>
    public static IReadOnlyDictionary<string, StringMethod> All { get; } = new Dictionary<string, StringMethod>
    {
        ["count"] = Count,
        ["endswith"] = (state, self, arguments) => HasAffix(state, self, arguments, "endswith"),
        ["find"] = (state, self, arguments) => new IntegerValue(Find(state, self, arguments, "find", fromEnd: false)),
        ["index"] = (state, self, arguments) => Required(Find(state, self, arguments, "index", fromEnd: false)),
        ["rfind"] = (state, self, arguments) => new IntegerValue(Find(state, self, arguments, "rfind", fromEnd: true)),
        ["rindex"] = (state, self, arguments) => Required(Find(state, self, arguments, "rindex", fromEnd: true)),
        ["startswith"] = (state, self, arguments) => HasAffix(state, self, arguments, "startswith"),
    };

    private static BooleanValue HasAffix(RenderState state, StringValue self, CallArguments arguments, string name)
    {
        JinjaValue?[] bound = arguments.BindRequired(name, 1, "affix", "start", "end");
        string? part = Part(self, bound[1], bound[2], out _);
        IReadOnlyList<JinjaValue> affixes = bound[0] is TupleValue tuple ? tuple.Items : [bound[0]!];
        return BooleanValue.Of(affixes.Any(affix =>
        {
            string text = RequireText(affix, $"what {name} looks for");
            state.Step();
            state.ChargeReading(text.Length);
            return part is not null && (name == "startswith"
                ? part.StartsWith(text, StringComparison.Ordinal)
                : part.EndsWith(text, StringComparison.Ordinal));
        }));
    }

    private static int Find(
        RenderState state, StringValue self, CallArguments arguments, string name, bool fromEnd)
    {
        JinjaValue?[] bound = arguments.BindRequired(name, 1, "sub", "start", "end");
        string wanted = RequireText(bound[0], "sub");
        string? part = Part(self, bound[1], bound[2], out int start);
        if (part is null)
        {
            return -1;
        }

        state.ChargeSearch(part.Length, wanted.Length);
        int index = fromEnd
            ? (wanted.Length == 0 ? part.Length : part.LastIndexOf(wanted, StringComparison.Ordinal))
            : part.IndexOf(wanted, StringComparison.Ordinal);
        return index < 0 ? -1 : start + PythonText.Length(part[..index]);
    }

    private static IntegerValue Required(int position) => position >= 0
        ? new IntegerValue(position)
        : throw new TemplateException(TemplateErrorKind.Value, "substring not found");

    private static IntegerValue Count(RenderState state, StringValue self, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("count", 1, "sub", "start", "end");
        string wanted = RequireText(bound[0], "sub");
        string? part = Part(self, bound[1], bound[2], out _);
        if (part is null || wanted.Length == 0)
        {
            return new IntegerValue(part is null ? 0 : PythonText.Length(part) + 1);
        }

        state.ChargeSearch(part.Length, wanted.Length);
        int count = 0;
        for (int i = part.IndexOf(wanted, StringComparison.Ordinal); i >= 0;
            i = part.IndexOf(wanted, i + wanted.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return new IntegerValue(count);
    }

    // The part of the text between two positions, or null where the first is beyond the end.
    private static string? Part(StringValue self, JinjaValue? from, JinjaValue? to, out int start)
    {
        int length = self.Length!.Value;
        start = Position(from, length, 0);
        int end = Math.Min(length, Position(to, length, length));
        if (start > length || (start > end && from is not (null or NoneValue)))
        {
            return null;
        }

        int first = PythonText.IndexOf(self.Text, length, start);
        return self.Text[first..PythonText.IndexOf(self.Text, length, Math.Max(start, end))];
    }

    private static int Position(JinjaValue? value, int length, int otherwise)
    {
        if (value is null or NoneValue)
        {
            return otherwise;
        }

        long position = RequireInt(value, "a position");
        return (int)Math.Max(0, position < 0 ? position + length : position);
    }
}
