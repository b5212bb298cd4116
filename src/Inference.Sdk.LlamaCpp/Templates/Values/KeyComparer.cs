using System.Numerics;
using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Compares the keys of mappings as Python does: <c>1</c>, <c>1.0</c> and <c>True</c> are one key.</summary>
internal sealed class KeyComparer : IEqualityComparer<JinjaValue>
{
    /// <summary>The only one.</summary>
    public static readonly KeyComparer Instance = new();

    private KeyComparer()
    {
    }

    /// <summary>Tells whether a value can be a key: lists and mappings cannot.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsHashable(JinjaValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value switch
        {
            TupleValue tuple => tuple.Items.All(IsHashable),
            ListValue or MappingValue => false,
            _ => true,
        };
    }

    /// <summary>Checks that a value can be a key.</summary>
    /// <param name="state">The rendering, which pays for going over it.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TemplateException">It cannot.</exception>
    public static JinjaValue Require(RenderState state, JinjaValue value)
    {
        Charge(state, value);
        return IsHashable(value)
            ? value
            : throw new TemplateException(TemplateErrorKind.Type, $"unhashable type: '{value.TypeName}'");
    }

    /// <summary>Pays for going over a key: a tuple that contains itself twice, over and over, is endless to go over.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="value">The key.</param>
    /// <exception cref="TemplateException">Too many steps.</exception>
    public static void Charge(RenderState state, JinjaValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is StringValue text)
        {
            state.ChargeReading(text.Text.Length);
        }
        else if (value is TupleValue tuple)
        {
            state.Step(tuple.Items.Count);
            foreach (JinjaValue item in tuple.Items)
            {
                Charge(state, item);
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(JinjaValue? x, JinjaValue? y)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return (x, y) switch
        {
            (StringValue a, StringValue b) => a.Text == b.Text,
            (TupleValue a, TupleValue b) => a.Items.SequenceEqual(b.Items, this),
            (UndefinedValue, UndefinedValue) => true,
            _ when x is not null && y is not null && PythonNumber.IsNumber(x) && PythonNumber.IsNumber(y) =>
                PythonNumber.Compare(x, y) == 0,
            _ => ReferenceEquals(x, y),
        };
    }

    /// <inheritdoc/>
    public int GetHashCode(JinjaValue obj)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return obj switch
        {
            StringValue text => text.Text.GetHashCode(StringComparison.Ordinal),
            IntegerValue integer => integer.Value.GetHashCode(),
            BooleanValue boolean => (boolean.IsTrue ? BigInteger.One : BigInteger.Zero).GetHashCode(),
            FloatValue number when Math.Floor(number.Value) == number.Value && double.IsFinite(number.Value) =>
                new BigInteger(number.Value).GetHashCode(),
            FloatValue number => number.Value.GetHashCode(),
            TupleValue tuple => tuple.Items.Aggregate(
                tuple.Items.Count, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
            UndefinedValue => 0,
            _ => RuntimeHelpers.GetHashCode(obj),
        };
    }
}
