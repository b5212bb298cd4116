using System.Numerics;
using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <content>Expressions.</content>
internal sealed partial class Evaluator
{
    /// <summary>Evaluates an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="scope">The variables.</param>
    /// <param name="block">What a filter block rendered, for a filter without a target.</param>
    /// <returns>Its value.</returns>
    public JinjaValue Evaluate(Expression expression, Scope scope, StringValue? block = null)
    {
        state.Step();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case Expression.Constant constant:
                return constant.Value;
            case Expression.Name name:
                return Find(name.Identifier, scope);
            case Expression.Attribute attribute:
                return Subscript.GetAttribute(state, Evaluate(attribute.Target, scope), attribute.AttributeName);
            case Expression.Item item:
                return EvaluateItem(item, scope);
            case Expression.Call call:
                return EvaluateCall(call, scope, caller: null);
            case Expression.Filter filter:
                return EvaluateFilter(filter, scope, block);
            case Expression.Test test:
                return EvaluateTest(test, scope);
            case Expression.Not not:
                return BooleanValue.Of(!Evaluate(not.Operand, scope).IsTrue);
            case Expression.And and:
                JinjaValue left = Evaluate(and.Left, scope);
                return left.IsTrue ? Evaluate(and.Right, scope) : left;
            case Expression.Or or:
                JinjaValue first = Evaluate(or.Left, scope);
                return first.IsTrue ? first : Evaluate(or.Right, scope);
            case Expression.Comparison comparison:
                return EvaluateComparison(comparison, scope);
            case Expression.Conditional conditional:
                return EvaluateConditional(conditional, scope);
            default:
                return EvaluateConstruction(expression, scope);
        }
    }

    private JinjaValue EvaluateConstruction(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case Expression.Binary binary:
                JinjaValue left = Evaluate(binary.Left, scope);
                return Arithmetic.Compute(state, binary.Operator, left, Evaluate(binary.Right, scope));
            case Expression.Sign sign:
                return Arithmetic.ApplySign(Evaluate(sign.Operand, scope), sign.IsNegative);
            case Expression.Concatenation concatenation:
                var text = new BoundedText(state);
                foreach (Expression item in concatenation.Items)
                {
                    Evaluate(item, scope).WriteTo(text);
                }

                return new StringValue(text.ToString());
            case Expression.List list:
                return new ListValue(EvaluateAll(list.Items, scope));
            case Expression.Tuple tuple:
                return new TupleValue(EvaluateAll(tuple.Items, scope));
            case Expression.Dictionary dictionary:
                return EvaluateDictionary(dictionary, scope);
            default:
                return EvaluateSlice((Expression.Slice)expression, scope);
        }
    }

    private static JinjaValue Find(string name, Scope scope) =>
        scope.Find(name) ?? new UndefinedValue($"'{name}' is undefined");

    private List<JinjaValue> EvaluateAll(IReadOnlyList<Expression> expressions, Scope scope)
    {
        var values = new List<JinjaValue>(expressions.Count);
        foreach (Expression expression in expressions)
        {
            values.Add(Evaluate(expression, scope));
        }

        return values;
    }

    private BooleanValue EvaluateComparison(Expression.Comparison comparison, Scope scope)
    {
        JinjaValue left = Evaluate(comparison.First, scope);
        foreach ((ComparisonOperator operation, Expression operand) in comparison.Rest)
        {
            JinjaValue right = Evaluate(operand, scope);
            if (!Comparison.Holds(state, operation, left, right))
            {
                return BooleanValue.False;
            }

            left = right;
        }

        return BooleanValue.True;
    }

    private JinjaValue EvaluateConditional(Expression.Conditional conditional, Scope scope)
    {
        if (Evaluate(conditional.Condition, scope).IsTrue)
        {
            return Evaluate(conditional.Then, scope);
        }

        return conditional.Else is null
            ? new UndefinedValue("the inline if-expression evaluated to false and has no else")
            : Evaluate(conditional.Else, scope);
    }

    private MappingValue EvaluateDictionary(Expression.Dictionary dictionary, Scope scope)
    {
        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        foreach ((Expression key, Expression value) in dictionary.Items)
        {
            items[KeyComparer.Require(state, Evaluate(key, scope))] = Evaluate(value, scope);
        }

        return new MappingValue(items);
    }

    // A part of a sequence is Python's own affair: what cannot be sliced is an error, not undefined.
    private JinjaValue EvaluateItem(Expression.Item item, Scope scope)
    {
        JinjaValue target = Evaluate(item.Target, scope);
        if (item.Index is not Expression.Slice slice)
        {
            return Subscript.GetItem(state, target, Evaluate(item.Index, scope));
        }

        SliceValue part = EvaluateSlice(slice, scope);
        Subscript.Charge(state, target, part);
        return target is UndefinedValue undefined
            ? throw undefined.Fail()
            : target.GetItem(part) ?? throw new TemplateException(
                TemplateErrorKind.Type, $"'{target.TypeName}' object cannot be sliced");
    }

    private SliceValue EvaluateSlice(Expression.Slice slice, Scope scope) =>
        new(EvaluateBound(slice.Start, scope), EvaluateBound(slice.Stop, scope), EvaluateBound(slice.Step, scope));

    private BigInteger? EvaluateBound(Expression? bound, Scope scope)
    {
        JinjaValue value = bound is null ? NoneValue.Instance : Evaluate(bound, scope);
        if (PythonNumber.TryGetInteger(value, out BigInteger integer))
        {
            return integer;
        }

        return value is NoneValue
            ? null
            : throw new TemplateException(TemplateErrorKind.Type, "slice indices must be integers or None");
    }
}
