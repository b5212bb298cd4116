using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>Methods of texts that give another text.</summary>
internal static class StringShape
{
    /// <summary>Gets the methods by name.</summary>
    public static IReadOnlyDictionary<string, StringMethod> All { get; } = new Dictionary<string, StringMethod>
    {
        ["capitalize"] = Change("capitalize", TextCase.UpperFirst),
        ["casefold"] = Change("casefold", TextCase.Lower),
        ["center"] = (state, self, arguments) => Pad(state, self, arguments, "center"),
        ["expandtabs"] = ExpandTabs,
        ["format"] = (state, self, arguments) => self.With(BraceFormat.Format(state, self.Text, arguments)),
        ["join"] = Join,
        ["ljust"] = (state, self, arguments) => Pad(state, self, arguments, "ljust"),
        ["lower"] = Change("lower", TextCase.Lower),
        ["lstrip"] = (_, self, arguments) => Strip(self, arguments, atStart: true, atEnd: false),
        ["removeprefix"] = (_, self, arguments) => RemoveAffix(self, arguments, "removeprefix"),
        ["removesuffix"] = (_, self, arguments) => RemoveAffix(self, arguments, "removesuffix"),
        ["replace"] = Replace,
        ["rjust"] = (state, self, arguments) => Pad(state, self, arguments, "rjust"),
        ["rstrip"] = (_, self, arguments) => Strip(self, arguments, atStart: false, atEnd: true),
        ["strip"] = (_, self, arguments) => Strip(self, arguments, atStart: true, atEnd: true),
        ["swapcase"] = Change("swapcase", TextCase.Swap),
        ["title"] = Change("title", TextCase.Title),
        ["upper"] = Change("upper", TextCase.Upper),
        ["zfill"] = ZeroFill,
    };

    private static StringMethod Change(string name, Func<string, string> change) => (_, self, arguments) =>
    {
        arguments.Bind(name);
        return self.With(change(self.Text));
    };

    private static StringValue Strip(StringValue self, CallArguments arguments, bool atStart, bool atEnd)
    {
        string? characters = OptionalText(arguments.Bind("strip", "chars")[0], "chars");
        return self.With(TextLayout.Strip(self.Text, characters, atStart, atEnd));
    }

    private static StringValue Pad(RenderState state, StringValue self, CallArguments arguments, string name)
    {
        JinjaValue?[] bound = arguments.BindRequired(name, 1, "width", "fillchar");
        int width = RequireInt(bound[0], "width");
        string fill = OptionalText(bound[1], "fillchar") ?? " ";
        if (fill.Length != 1)
        {
            throw new TemplateException(
                TemplateErrorKind.Type, "The fill character must be exactly one character long");
        }

        int missing = width - self.Length!.Value;
        return self.With(name switch
        {
            "center" => TextLayout.Center(state, self, width, fill[0]),
            "ljust" => self.Text + TextLayout.Repeat(state, fill[0], missing),
            _ => TextLayout.Repeat(state, fill[0], missing) + self.Text,
        });
    }

    private static StringValue ZeroFill(RenderState state, StringValue self, CallArguments arguments)
    {
        int width = RequireInt(arguments.BindRequired("zfill", 1, "width")[0], "width");
        string zeros = TextLayout.Repeat(state, '0', width - self.Length!.Value);
        int sign = self.Text is ['+' or '-', ..] ? 1 : 0;
        return self.With(self.Text[..sign] + zeros + self.Text[sign..]);
    }

    private static StringValue RemoveAffix(StringValue self, CallArguments arguments, string name)
    {
        string affix = RequireText(arguments.BindRequired(name, 1, "affix")[0], "affix");
        if (name == "removeprefix")
        {
            return self.Text.StartsWith(affix, StringComparison.Ordinal) ? self.With(self.Text[affix.Length..]) : self;
        }

        return affix.Length > 0 && self.Text.EndsWith(affix, StringComparison.Ordinal)
            ? self.With(self.Text[..^affix.Length])
            : self;
    }

    private static StringValue Replace(RenderState state, StringValue self, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("replace", 2, "old", "new", "count");
        return self.With(TextLayout.Replace(
            state,
            self.Text,
            RequireText(bound[0], "old"),
            RequireText(bound[1], "new"),
            OptionalInt(bound[2], -1, "count")));
    }

    private static StringValue Join(RenderState state, StringValue self, CallArguments arguments)
    {
        var text = new BoundedText(state);
        bool isFirst = true;
        foreach (JinjaValue item in state.Iterate(arguments.BindRequired("join", 1, "iterable")[0]!))
        {
            text.Append(isFirst ? string.Empty : self.Text);
            text.Append(RequireText(item, "an item that is joined"));
            isFirst = false;
        }

        return self.With(text.ToString());
    }

    private static StringValue ExpandTabs(RenderState state, StringValue self, CallArguments arguments)
    {
        int size = OptionalInt(arguments.Bind("expandtabs", "tabsize")[0], 8, "tabsize");
        var text = new BoundedText(state);
        int column = 0;
        foreach (char c in self.Text)
        {
            int width = c == '\t' ? (size <= 0 ? 0 : size - (column % size)) : 1;
            text.Append(c == '\t' ? ' ' : c, width);
            column = c is '\n' or '\r' ? 0 : column + width;
        }

        return self.With(text.ToString());
    }
}
