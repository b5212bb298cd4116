using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;
using static Inference.Sdk.LlamaCpp.Templates.Evaluation.ArgumentReader;

namespace Inference.Sdk.LlamaCpp.Templates.Functions;

/// <summary>The functions that every template has: Jinja's and transformers'.</summary>
internal static class GlobalFunctions
{
    private static readonly (string Name, Func<RenderState, CallArguments, JinjaValue> Function)[] All =
    [
        ("cycler", (_, arguments) => new CyclerValue(arguments.Positional)),
        ("dict", NewMapping),
        ("joiner", (_, arguments) => new JoinerValue(arguments.Bind("joiner", "sep")[0] ?? new StringValue(", "))),
        ("namespace", NewNamespace),
        ("raise_exception", (state, arguments) => throw new TemplateException(
            TemplateErrorKind.Raised, state.ToText(arguments.BindRequired("raise_exception", 1, "message")[0]!))),
        ("range", NewRange),
        ("strftime_now", (state, arguments) => new StringValue(StrftimeFormat.Format(
            state, RequireText(arguments.BindRequired("strftime_now", 1, "format")[0], "format")))),
    ];

    /// <summary>Makes a scope that has them.</summary>
    /// <returns>The scope.</returns>
    public static Scope NewScope()
    {
        var scope = new Scope(null);
        foreach ((string name, Func<RenderState, CallArguments, JinjaValue> function) in All)
        {
            scope.Set(name, new FunctionValue(name, function));
        }

        return scope;
    }

    private static RangeValue NewRange(RenderState state, CallArguments arguments)
    {
        JinjaValue?[] bound = arguments.BindRequired("range", 1, "start", "stop", "step");
        BigInteger first = Integer(bound[0]!);
        BigInteger start = bound[1] is null ? 0 : first;
        BigInteger stop = bound[1] is null ? first : Integer(bound[1]!);
        BigInteger step = bound[2] is null ? 1 : Integer(bound[2]!);
        if (step.IsZero)
        {
            throw new TemplateException(TemplateErrorKind.Value, "range() arg 3 must not be zero");
        }

        BigInteger span = step.Sign > 0 ? stop - start : start - stop;
        BigInteger length = span.Sign <= 0 ? 0 : ((span - 1) / BigInteger.Abs(step)) + 1;
        return length <= TemplateDefaults.MaxRange
            ? new RangeValue(start, stop, step, (int)length)
            : throw new TemplateException(
                TemplateErrorKind.Arithmetic, $"Range too big. A range may have {TemplateDefaults.MaxRange} numbers");
    }

    private static BigInteger Integer(JinjaValue value) => value switch
    {
        UndefinedValue undefined => throw undefined.Fail(),
        _ when PythonNumber.TryGetInteger(value, out BigInteger integer) => integer,
        _ => throw new TemplateException(
            TemplateErrorKind.Type, $"'{value.TypeName}' object cannot be interpreted as an integer"),
    };

    private static NamespaceValue NewNamespace(RenderState state, CallArguments arguments)
    {
        var made = new NamespaceValue();
        foreach ((JinjaValue name, JinjaValue value) in NewMapping(state, arguments).Items)
        {
            made.Attributes[state.ToText(name)] = value;
        }

        return made;
    }

    private static MappingValue NewMapping(RenderState state, CallArguments arguments)
    {
        if (arguments.Positional.Count > 1)
        {
            throw new TemplateException(TemplateErrorKind.Type, "dict() takes at most 1 argument without a name");
        }

        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        if (arguments.Positional.Count == 1)
        {
            AddAll(state, arguments.Positional[0], items);
        }

        foreach ((string name, JinjaValue value) in arguments.Named)
        {
            items[new StringValue(name)] = value;
        }

        return new MappingValue(items);
    }

    private static void AddAll(RenderState state, JinjaValue from, OrderedDictionary<JinjaValue, JinjaValue> items)
    {
        IEnumerable<JinjaValue> pairs = from is MappingValue mapping
            ? Methods.MappingMethods.Pairs(mapping)
            : state.Iterate(from);
        foreach (JinjaValue pair in pairs)
        {
            state.Step();
            List<JinjaValue> parts = state.ToList(pair);
            items[KeyComparer.Require(state, parts.Count > 0 ? parts[0] : NoneValue.Instance)] = parts.Count == 2
                ? parts[1]
                : throw new TemplateException(TemplateErrorKind.Value, "dict() needs pairs of a key and a value");
        }
    }
}
