using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Filters;
using Inference.Sdk.LlamaCpp.Templates.Methods;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Predicates;

/// <summary>Tests of what a value is worth.</summary>
internal static class ValuePredicates
{
    /// <summary>Gets the tests by name.</summary>
    public static IReadOnlyDictionary<string, Predicate> All { get; } = new Dictionary<string, Predicate>
    {
        ["!="] = Compares(ComparisonOperator.NotEqual),
        ["<"] = Compares(ComparisonOperator.Less),
        ["<="] = Compares(ComparisonOperator.LessOrEqual),
        ["=="] = Compares(ComparisonOperator.Equal),
        [">"] = Compares(ComparisonOperator.Greater),
        [">="] = Compares(ComparisonOperator.GreaterOrEqual),
        ["divisibleby"] = (state, value, arguments) =>
            Remainder(state, value, arguments.BindRequired("divisibleby", 1, "num")[0]!).IsZero,
        ["eq"] = Compares(ComparisonOperator.Equal),
        ["equalto"] = Compares(ComparisonOperator.Equal),
        ["even"] = (state, value, arguments) => IsEven(state, value, arguments, "even"),
        ["filter"] = (_, value, arguments) =>
            arguments.Bind("filter").Length == 0 && value is StringValue name && FilterTable.Contains(name.Text),
        ["ge"] = Compares(ComparisonOperator.GreaterOrEqual),
        ["greaterthan"] = Compares(ComparisonOperator.Greater),
        ["gt"] = Compares(ComparisonOperator.Greater),
        ["in"] = Compares(ComparisonOperator.In),
        ["le"] = Compares(ComparisonOperator.LessOrEqual),
        ["lessthan"] = Compares(ComparisonOperator.Less),
        ["lower"] = (state, value, arguments) =>
            arguments.Bind("lower").Length == 0 && TextCase.IsLower(state.ToText(value)),
        ["lt"] = Compares(ComparisonOperator.Less),
        ["ne"] = Compares(ComparisonOperator.NotEqual),
        ["odd"] = (state, value, arguments) => !IsEven(state, value, arguments, "odd"),
        ["sameas"] = (_, value, arguments) => IsSame(value, arguments.BindRequired("sameas", 1, "other")[0]!),
        ["test"] = (_, value, arguments) =>
            arguments.Bind("test").Length == 0 && value is StringValue name && PredicateTable.Contains(name.Text),
        ["upper"] = (state, value, arguments) =>
            arguments.Bind("upper").Length == 0 && TextCase.IsUpper(state.ToText(value)),
    };

    private static Predicate Compares(ComparisonOperator comparison) => (state, value, arguments) =>
        Comparison.Holds(state, comparison, value, arguments.BindRequired("a comparison", 1, "other")[0]!);

    private static bool IsEven(RenderState state, JinjaValue value, CallArguments arguments, string name)
    {
        arguments.Bind(name);
        return Remainder(state, value, new IntegerValue(2)).IsZero;
    }

    private static BigInteger Remainder(RenderState state, JinjaValue value, JinjaValue divisor)
    {
        JinjaValue remainder = Arithmetic.Compute(state, BinaryOperator.Modulo, value, divisor);
        return remainder switch
        {
            IntegerValue integer => integer.Value,
            FloatValue number => number.Value == 0 ? BigInteger.Zero : BigInteger.One,
            _ => BigInteger.One,
        };
    }

    // Small numbers, booleans, none and equal literals are one object in Python; what else is, is chance.
    private static bool IsSame(JinjaValue left, JinjaValue right) =>
        ReferenceEquals(left, right)
        || (left.TypeName == right.TypeName && left is IntegerValue or StringValue or UndefinedValue
            && KeyComparer.Instance.Equals(left, right));
}
