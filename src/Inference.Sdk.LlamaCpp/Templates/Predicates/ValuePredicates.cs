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
            HasRemainder(state, value, arguments.BindRequired("divisibleby", 1, "num")[0]!, 0),
        ["eq"] = Compares(ComparisonOperator.Equal),
        ["equalto"] = Compares(ComparisonOperator.Equal),
        ["even"] = (state, value, arguments) =>
            arguments.Bind("even").Length == 0 && HasRemainder(state, value, new IntegerValue(2), 0),
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
        ["odd"] = (state, value, arguments) =>
            arguments.Bind("odd").Length == 0 && HasRemainder(state, value, new IntegerValue(2), 1),
        ["sameas"] = (_, value, arguments) => IsSame(value, arguments.BindRequired("sameas", 1, "other")[0]!),
        ["test"] = (_, value, arguments) =>
            arguments.Bind("test").Length == 0 && value is StringValue name && PredicateTable.Contains(name.Text),
        ["upper"] = (state, value, arguments) =>
            arguments.Bind("upper").Length == 0 && TextCase.IsUpper(state.ToText(value)),
    };

    private static Predicate Compares(ComparisonOperator comparison) => (state, value, arguments) =>
        Comparison.Holds(state, comparison, value, arguments.BindRequired("a comparison", 1, "other")[0]!);

    private static bool HasRemainder(RenderState state, JinjaValue value, JinjaValue divisor, int remainder) =>
        Comparison.AreEqual(
            state, Arithmetic.Compute(state, BinaryOperator.Modulo, value, divisor), new IntegerValue(remainder));

    // Small numbers, booleans, none and equal literals are one object in Python; what else is, is chance.
    private static bool IsSame(JinjaValue left, JinjaValue right) =>
        ReferenceEquals(left, right)
        || (left.TypeName == right.TypeName && left is IntegerValue or StringValue or UndefinedValue
            && KeyComparer.Instance.Equals(left, right));
}
