using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Methods;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>Filters that take sequences apart and put them together.</summary>
internal static class SequenceFilters
{
    /// <summary>Gets the filters by name.</summary>
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>
    {
        ["batch"] = (state, value, arguments) =>
        {
            JinjaValue?[] bound = arguments.BindRequired("batch", 1, "linecount", "fill_with");
            return new IteratorValue(Batch(state, value, RequireInt(bound[0], "linecount"), bound[1]));
        },
        ["count"] = Count,
        ["first"] = First,
        ["items"] = Items,
        ["join"] = Join,
        ["last"] = Last,
        ["length"] = Count,
        ["list"] = (state, value, arguments) =>
        {
            arguments.Bind("list");
            return new ListValue(state.ToList(value));
        },
        ["reverse"] = Reverse,
        ["slice"] = (state, value, arguments) =>
        {
            JinjaValue?[] bound = arguments.BindRequired("slice", 1, "slices", "fill_with");
            return new IteratorValue(Slice(state, value, RequireInt(bound[0], "slices"), bound[1]));
        },
    };

    private static IntegerValue Count(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("length");
        return new IntegerValue(value.Length ?? throw new TemplateException(
            TemplateErrorKind.Type, $"object of type '{value.TypeName}' has no len()"));
    }

    private static JinjaValue First(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("first");
        return state.Iterate(value).FirstOrDefault() ?? new UndefinedValue("No first item, sequence was empty.");
    }

    private static JinjaValue Last(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("last");
        if (value is IteratorValue)
        {
            throw new TemplateException(TemplateErrorKind.Type, $"'{value.TypeName}' object is not reversible");
        }

        return state.Iterate(value).LastOrDefault() ?? new UndefinedValue("No last item, sequence was empty.");
    }

    private static JinjaValue Reverse(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("reverse");
        if (value is StringValue text)
        {
            return text.GetItem(new SliceValue(null, null, -1))!;
        }

        if (value.GetItems() is null)
        {
            throw new TemplateException(TemplateErrorKind.Runtime, "argument must be iterable");
        }

        List<JinjaValue> items = state.ToList(value);
        items.Reverse();
        return value is IteratorValue ? new ListValue(items) : new IteratorValue(items, $"{value.TypeName}_reverseiterator");
    }

    private static StringValue Join(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("join", "d", "attribute");
        AttributePath path = AttributePath.Of(bound[1]);
        string separator = bound[0] is null ? string.Empty : state.ToText(bound[0]!);
        var text = new BoundedText(state);
        bool isFirst = true;
        foreach (JinjaValue item in state.Iterate(value))
        {
            text.Append(isFirst ? string.Empty : separator);
            path.Get(state, item).WriteTo(text);
            isFirst = false;
        }

        return new StringValue(text.ToString());
    }

    private static IteratorValue Items(RenderState state, JinjaValue value, CallArguments arguments)
    {
        arguments.Bind("items");
        return new IteratorValue(Pairs(state, value));
    }

    private static IEnumerable<JinjaValue> Pairs(RenderState state, JinjaValue value)
    {
        if (value is UndefinedValue)
        {
            yield break;
        }

        if (value is not MappingValue mapping)
        {
            throw new TemplateException(TemplateErrorKind.Type, "Can only get item pairs from a mapping.");
        }

        state.Step(mapping.Items.Count);
        foreach (JinjaValue pair in MappingMethods.Pairs(mapping))
        {
            yield return pair;
        }
    }

    private static IEnumerable<JinjaValue> Batch(RenderState state, JinjaValue value, int size, JinjaValue? fill)
    {
        var batch = new List<JinjaValue>();
        foreach (JinjaValue item in state.Iterate(value))
        {
            if (batch.Count == size)
            {
                yield return new ListValue(batch);
                batch = [];
            }

            batch.Add(item);
        }

        if (batch.Count > 0)
        {
            int missing = fill is null or NoneValue ? 0 : Math.Max(0, size - batch.Count);
            state.Step(missing);
            yield return new ListValue([.. batch, .. Enumerable.Repeat(fill!, missing)]);
        }
    }

    private static IEnumerable<JinjaValue> Slice(RenderState state, JinjaValue value, int slices, JinjaValue? fill)
    {
        List<JinjaValue> items = state.ToList(value);
        if (slices == 0)
        {
            throw new TemplateException(TemplateErrorKind.Arithmetic, "integer division or modulo by zero");
        }

        int size = items.Count / slices;
        int larger = items.Count % slices;
        int at = 0;
        for (int i = 0; i < slices; i++)
        {
            state.Step();
            List<JinjaValue> slice = items.GetRange(at, i < larger ? size + 1 : size);
            at += slice.Count;
            if (fill is not (null or NoneValue) && i >= larger)
            {
                slice.Add(fill);
            }

            yield return new ListValue(slice);
        }
    }
}
