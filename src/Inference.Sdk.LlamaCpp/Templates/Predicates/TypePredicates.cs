using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Predicates;

/// <summary>Tests of a value's type.</summary>
internal static class TypePredicates
{
    /// <summary>Gets the tests by name.</summary>
    public static IReadOnlyDictionary<string, Predicate> All { get; } = new Dictionary<string, Predicate>
    {
        ["boolean"] = Is("boolean", value => value is BooleanValue),
        ["callable"] = Is("callable", value => value.IsCallable || value is UndefinedValue),
        ["defined"] = Is("defined", value => value is not UndefinedValue),
        ["escaped"] = Is("escaped", value => value is StringValue { IsMarkup: true }),
        ["false"] = Is("false", value => value is BooleanValue { IsTrue: false }),
        ["float"] = Is("float", value => value is FloatValue),
        ["integer"] = Is("integer", value => value is IntegerValue),
        ["iterable"] = Is("iterable", value => value.GetItems() is not null),
        ["mapping"] = Is("mapping", value => value is MappingValue),
        ["none"] = Is("none", value => value is NoneValue),
        ["number"] = Is("number", PythonNumber.IsNumber),
        ["sequence"] = Is("sequence", value =>
            value is StringValue or SequenceValue or MappingValue or RangeValue or UndefinedValue),
        ["string"] = Is("string", value => value is StringValue),
        ["true"] = Is("true", value => value is BooleanValue { IsTrue: true }),
        ["undefined"] = Is("undefined", value => value is UndefinedValue),
    };

    private static Predicate Is(string name, Func<JinjaValue, bool> test) => (_, value, arguments) =>
    {
        arguments.Bind(name);
        return test(value);
    };
}
