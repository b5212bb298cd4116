using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>The operators that compare, with Python's rules for types that do not go together.</summary>
internal static class Comparison
{
    /// <summary>Compares.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="comparison">The operator.</param>
    /// <param name="left">Its left side.</param>
    /// <param name="right">Its right side.</param>
    /// <returns>Whether it holds.</returns>
    /// <exception cref="TemplateException">The sides have no order.</exception>
    public static bool Holds(RenderState state, ComparisonOperator comparison, JinjaValue left, JinjaValue right) =>
        comparison switch
        {
            ComparisonOperator.Equal => AreEqual(state, left, right),
            ComparisonOperator.NotEqual => !AreEqual(state, left, right),
            ComparisonOperator.In => Contains(state, right, left),
            ComparisonOperator.NotIn => !Contains(state, right, left),
            ComparisonOperator.Less => Compare(state, left, right) < 0,
            ComparisonOperator.LessOrEqual => Compare(state, left, right) <= 0,
            ComparisonOperator.Greater => Compare(state, left, right) > 0,
            _ => Compare(state, left, right) >= 0,
        };

    /// <summary>Tells whether two values are equal.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="left">A value.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are.</returns>
    public static bool AreEqual(RenderState state, JinjaValue left, JinjaValue right)
    {
        state.Step();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return (left, right) switch
        {
            (StringValue a, StringValue b) => AreEqual(state, a.Text, b.Text),
            (ListValue a, ListValue b) => AreEqual(state, a.Items, b.Items),
            (TupleValue a, TupleValue b) => AreEqual(state, a.Items, b.Items),
            (MappingValue a, MappingValue b) => a.Items.Count == b.Items.Count && a.Items.All(item =>
                b.Items.TryGetValue(KeyComparer.Require(state, item.Key), out JinjaValue? other)
                && AreEqual(state, item.Value, other)),
            (RangeValue a, RangeValue b) => AreEqual(state, state.ToList(a), state.ToList(b)),
            (UndefinedValue, UndefinedValue) => true,
            _ when PythonNumber.IsNumber(left) && PythonNumber.IsNumber(right) => PythonNumber.Compare(left, right) == 0,
            _ => ReferenceEquals(left, right),
        };
    }

    /// <summary>Compares two values that have an order.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="left">A value.</param>
    /// <param name="right">Another.</param>
    /// <returns>Their order, or <see langword="null"/> where one is not a number (NaN).</returns>
    /// <exception cref="TemplateException">They have no order.</exception>
    public static int? Compare(RenderState state, JinjaValue left, JinjaValue right)
    {
        state.Step();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return (left, right) switch
        {
            (StringValue a, StringValue b) => Compare(state, a.Text, b.Text),
            (ListValue a, ListValue b) => Compare(state, a.Items, b.Items),
            (TupleValue a, TupleValue b) => Compare(state, a.Items, b.Items),
            (UndefinedValue a, _) => throw a.Fail(),
            (_, UndefinedValue b) => throw b.Fail(),
            _ when PythonNumber.IsNumber(left) && PythonNumber.IsNumber(right) => PythonNumber.Compare(left, right),
            _ => throw new TemplateException(
                TemplateErrorKind.Type,
                $"'{left.TypeName}' and '{right.TypeName}' have no order"),
        };
    }

    /// <summary>Tells whether a value contains another: <c>item in container</c>.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="container">The one that may contain it.</param>
    /// <param name="item">The other.</param>
    /// <returns>Whether it does.</returns>
    /// <exception cref="TemplateException">The container is none.</exception>
    public static bool Contains(RenderState state, JinjaValue container, JinjaValue item)
    {
        switch (container)
        {
            case StringValue text:
                return item is StringValue part
                    ? Contains(state, text.Text, part.Text)
                    : throw new TemplateException(
                        TemplateErrorKind.Type, $"'in <string>' requires string as left operand, not {item.TypeName}");
            case MappingValue mapping:
                return mapping.Items.ContainsKey(KeyComparer.Require(state, item));
            default:
                if (container.GetItems() is null)
                {
                    throw new TemplateException(
                        TemplateErrorKind.Type, $"argument of type '{container.TypeName}' is not iterable");
                }

                return state.Iterate(container).Any(other => AreEqual(state, other, item));
        }
    }

    private static bool Contains(RenderState state, string text, string part)
    {
        state.ChargeReading(text.Length);
        state.ChargeSearch(text.Length, part.Length);
        return text.Contains(part, StringComparison.Ordinal);
    }

    private static bool AreEqual(RenderState state, string left, string right)
    {
        state.ChargeReading(left.Length == right.Length ? left.Length : 0);
        return left == right;
    }

    private static int Compare(RenderState state, string left, string right)
    {
        state.ChargeReading(Math.Min(left.Length, right.Length));
        return PythonText.Compare(left, right);
    }

    private static bool AreEqual(RenderState state, IReadOnlyList<JinjaValue> left, IReadOnlyList<JinjaValue> right)
    {
        bool isEqual = left.Count == right.Count;
        for (int i = 0; isEqual && i < left.Count; i++)
        {
            isEqual = AreEqual(state, left[i], right[i]);
        }

        return isEqual;
    }

    private static int? Compare(RenderState state, IReadOnlyList<JinjaValue> left, IReadOnlyList<JinjaValue> right)
    {
        for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (!AreEqual(state, left[i], right[i]))
            {
                return Compare(state, left[i], right[i]);
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
