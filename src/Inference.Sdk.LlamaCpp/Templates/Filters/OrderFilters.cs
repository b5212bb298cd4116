using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Methods;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>Filters that compare the items of a sequence; texts without regard to case unless asked.</summary>
internal static class OrderFilters
{
    /// <summary>Gets the filters by name.</summary>
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>
    {
        ["dictsort"] = SortMapping,
        ["groupby"] = GroupBy,
        ["max"] = (state, value, arguments) => Extreme(state, value, arguments, "max", sign: 1),
        ["min"] = (state, value, arguments) => Extreme(state, value, arguments, "min", sign: -1),
        ["sort"] = Sort,
        ["unique"] = Unique,
    };

    private static ListValue Sort(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("sort", "reverse", "case_sensitive", "attribute");
        AttributePath[] paths = bound[2] is StringValue text
            ? [.. text.Text.Split(',').Select(part => AttributePath.Of(new StringValue(part)))]
            : [AttributePath.Of(bound[2])];
        bool isSensitive = OptionalFlag(bound[1]);
        return new ListValue(StableSort.Sort(
            state,
            state.ToList(value),
            item => new TupleValue([.. paths.Select(path => Key(state, path.Get(state, item), isSensitive))]),
            OptionalFlag(bound[0])));
    }

    private static ListValue SortMapping(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("dictsort", "case_sensitive", "by", "reverse");
        string by = OptionalText(bound[1], "by") ?? "key";
        if (by is not ("key" or "value"))
        {
            throw new TemplateException(TemplateErrorKind.Runtime, "You can only sort by either \"key\" or \"value\"");
        }

        if (value is not MappingValue mapping)
        {
            throw value is UndefinedValue undefined
                ? undefined.Fail()
                : new TemplateException(TemplateErrorKind.Type, $"dictsort() needs a mapping, not {value.TypeName}");
        }

        state.Step(mapping.Items.Count);
        bool isSensitive = OptionalFlag(bound[0]);
        int index = by == "key" ? 0 : 1;
        return new ListValue(StableSort.Sort(
            state,
            [.. MappingMethods.Pairs(mapping)],
            pair => Key(state, ((TupleValue)pair).Items[index], isSensitive),
            OptionalFlag(bound[2])));
    }

    private static JinjaValue Extreme(RenderState state, JinjaValue value, CallArguments arguments, string name, int sign)
    {
        JinjaValue?[] bound = arguments.Bind(name, "case_sensitive", "attribute");
        bool isSensitive = OptionalFlag(bound[0]);
        AttributePath path = AttributePath.Of(bound[1]);
        JinjaValue? found = null;
        JinjaValue? best = null;
        foreach (JinjaValue item in state.Iterate(value))
        {
            JinjaValue key = Key(state, path.Get(state, item), isSensitive);
            if (best is null || Comparison.Compare(state, key, best) * sign > 0)
            {
                (found, best) = (item, key);
            }
        }

        return found ?? new UndefinedValue("No aggregated item, sequence was empty.");
    }

    private static IteratorValue Unique(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.Bind("unique", "case_sensitive", "attribute");
        AttributePath path = AttributePath.Of(bound[1]);
        bool isSensitive = OptionalFlag(bound[0]);
        var seen = new HashSet<JinjaValue>(KeyComparer.Instance);
        return new IteratorValue(
            state.Iterate(value).Where(item => seen.Add(KeyComparer.Require(state, Key(state, path.Get(state, item), isSensitive)))));
    }

    private static ListValue GroupBy(RenderState state, JinjaValue value, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("groupby", 1, "attribute", "default", "case_sensitive");
        AttributePath path = AttributePath.Of(bound[0], bound[1]);
        bool isSensitive = OptionalFlag(bound[2]);
        var groups = new List<JinjaValue>();
        var members = new List<JinjaValue>();
        JinjaValue? current = null;
        foreach (JinjaValue item in StableSort.Sort(
            state, state.ToList(value), item => Key(state, path.Get(state, item), isSensitive), isDescending: false))
        {
            JinjaValue key = Key(state, path.Get(state, item), isSensitive);
            if (current is null || !Comparison.AreEqual(state, current, key))
            {
                members = [];
                groups.Add(new TupleValue([path.Get(state, item), new ListValue(members)], "grouper", "list"));
                current = key;
            }

            members.Add(item);
        }

        return new ListValue(groups);
    }

    private static JinjaValue Key(RenderState state, JinjaValue value, bool isSensitive) =>
        value is StringValue text && !isSensitive ? state.NewText(TextCase.Lower(text.Text)) : value;
}
