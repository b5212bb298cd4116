using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Predicates;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>Filters that choose or change each item of a sequence, one by one as they are asked for.</summary>
internal static class SelectionFilters
{
    /// <summary>Gets the filters by name.</summary>
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>
    {
        ["map"] = (state, value, arguments) => new IteratorValue(Map(state, value, arguments)),
        ["reject"] = (state, value, arguments) => Select(state, value, arguments, byAttribute: false, keeps: false),
        ["rejectattr"] = (state, value, arguments) => Select(state, value, arguments, byAttribute: true, keeps: false),
        ["select"] = (state, value, arguments) => Select(state, value, arguments, byAttribute: false, keeps: true),
        ["selectattr"] = (state, value, arguments) => Select(state, value, arguments, byAttribute: true, keeps: true),
    };

    private static IEnumerable<JinjaValue> Map(RenderState state, JinjaValue value, CallArguments arguments)
    {
        if (!value.IsTrue)
        {
            yield break;
        }

        Func<JinjaValue, JinjaValue> change = Change(state, arguments);
        foreach (JinjaValue item in state.Iterate(value))
        {
            yield return change(item);
        }
    }

    private static Func<JinjaValue, JinjaValue> Change(RenderState state, CallArguments arguments)
    {
        if (arguments.Positional.Count == 0 && arguments.Named.Any(pair => pair.Key == "attribute"))
        {
            if (arguments.Named.FirstOrDefault(pair => pair.Key is not ("attribute" or "default")).Key is { } unknown)
            {
                throw new TemplateException(TemplateErrorKind.Runtime, $"Unexpected keyword argument '{unknown}'");
            }

            JinjaValue?[] bound = arguments.Bind("map", "attribute", "default");
            AttributePath path = AttributePath.Of(bound[0], bound[1]);
            return item => path.Get(state, item);
        }

        if (arguments.Positional.Count == 0)
        {
            throw new TemplateException(TemplateErrorKind.Runtime, "map requires a filter argument");
        }

        string name = RequireText(arguments.Positional[0], "a filter's name");
        var rest = new CallArguments([.. arguments.Positional.Skip(1)], arguments.Named);
        return item => FilterTable.Apply(state, name, item, rest);
    }

    private static IteratorValue Select(
        RenderState state, JinjaValue value, CallArguments arguments, bool byAttribute, bool keeps) =>
        new(Selected(state, value, arguments, byAttribute, keeps));

    private static IEnumerable<JinjaValue> Selected(
        RenderState state, JinjaValue value, CallArguments arguments, bool byAttribute, bool keeps)
    {
        if (!value.IsTrue)
        {
            yield break;
        }

        if (byAttribute && arguments.Positional.Count == 0)
        {
            throw new TemplateException(TemplateErrorKind.Runtime, "Missing parameter for attribute name");
        }

        AttributePath path = AttributePath.Of(byAttribute ? arguments.Positional[0] : null);
        IReadOnlyList<JinjaValue> rest = [.. arguments.Positional.Skip(byAttribute ? 1 : 0)];
        string? test = rest.Count > 0 ? RequireText(rest[0], "a test's name") : null;
        var testArguments = new CallArguments([.. rest.Skip(1)], arguments.Named);
        foreach (JinjaValue item in state.Iterate(value))
        {
            JinjaValue tested = path.Get(state, item);
            if ((test is null ? tested.IsTrue : PredicateTable.Apply(state, test, tested, testArguments)) == keeps)
            {
                yield return item;
            }
        }
    }
}
