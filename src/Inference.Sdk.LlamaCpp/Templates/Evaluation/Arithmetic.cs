using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Methods;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>The operators of arithmetic, with Python's types and rounding.</summary>
internal static class Arithmetic
{
    /// <summary>Computes.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="operation">The operator.</param>
    /// <param name="left">Its left side.</param>
    /// <param name="right">Its right side.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TemplateException">The sides' types do not go together, or the number is too large.</exception>
    public static JinjaValue Compute(RenderState state, BinaryOperator operation, JinjaValue left, JinjaValue right)
    {
        if (operation == BinaryOperator.Modulo && left is StringValue format)
        {
            return format.With(PrintfFormat.Format(state, format.Text, right));
        }

        if (left is UndefinedValue || right is UndefinedValue)
        {
            throw ((left as UndefinedValue) ?? (UndefinedValue)right).Fail();
        }

        if (PythonNumber.IsNumber(left) && PythonNumber.IsNumber(right))
        {
            return PythonNumber.TryGetInteger(left, out BigInteger a) && PythonNumber.TryGetInteger(right, out BigInteger b)
                ? ComputeIntegers(operation, a, b)
                : new FloatValue(ComputeFloats(operation, PythonNumber.ToDouble(left), PythonNumber.ToDouble(right)));
        }

        return operation switch
        {
            BinaryOperator.Add => Add(state, left, right),
            BinaryOperator.Multiply when PythonNumber.TryGetInteger(right, out BigInteger times) =>
                Repeat(state, left, times) ?? throw Mismatch(operation, left, right),
            BinaryOperator.Multiply when PythonNumber.TryGetInteger(left, out BigInteger times) =>
                Repeat(state, right, times) ?? throw Mismatch(operation, left, right),
            _ => throw Mismatch(operation, left, right),
        };
    }

    /// <summary>Changes a number's sign.</summary>
    /// <param name="value">The number.</param>
    /// <param name="isNegative">Whether it is changed: <c>-a</c>, not <c>+a</c>.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TemplateException">It is not a number.</exception>
    public static JinjaValue ApplySign(JinjaValue value, bool isNegative)
    {
        if (value is FloatValue number)
        {
            return isNegative ? new FloatValue(-number.Value) : number;
        }

        if (PythonNumber.TryGetInteger(value, out BigInteger integer))
        {
            return new IntegerValue(isNegative ? -integer : integer);
        }

        throw value is UndefinedValue undefined
            ? undefined.Fail()
            : new TemplateException(
                TemplateErrorKind.Type, $"bad operand type for unary {(isNegative ? '-' : '+')}: '{value.TypeName}'");
    }

    private static JinjaValue Add(RenderState state, JinjaValue left, JinjaValue right)
    {
        switch (left, right)
        {
            case (StringValue a, StringValue b):
                state.ChargeText(a.Text.Length, b.Text.Length);
                return a.IsMarkup || b.IsMarkup
                    ? new StringValue(HtmlText.Escape(state, a) + HtmlText.Escape(state, b), isMarkup: true)
                    : new StringValue(a.Text + b.Text);
            case (ListValue a, ListValue b):
                state.Step(a.Items.Count + b.Items.Count);
                return new ListValue([.. a.Items, .. b.Items]);
            case (TupleValue a, TupleValue b):
                state.Step(a.Items.Count + b.Items.Count);
                return new TupleValue([.. a.Items, .. b.Items]);
            default:
                throw Mismatch(BinaryOperator.Add, left, right);
        }
    }

    private static JinjaValue? Repeat(RenderState state, JinjaValue value, BigInteger times)
    {
        long count = (long)BigInteger.Clamp(times, 0, int.MaxValue);
        switch (value)
        {
            case StringValue text:
                state.ChargeText(0, count * text.Text.Length);
                return text.With(string.Concat(Enumerable.Repeat(text.Text, text.Text.Length == 0 ? 0 : (int)count)));
            case SequenceValue sequence:
                state.Step(count * sequence.Items.Count);
                return sequence.Make(
                    [.. Enumerable.Repeat(sequence.Items, sequence.Items.Count == 0 ? 0 : (int)count).SelectMany(i => i)]);
            default:
                return null;
        }
    }

    private static JinjaValue ComputeIntegers(BinaryOperator operation, BigInteger a, BigInteger b)
    {
        bool divides = operation is BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo;
        if (divides && b.IsZero)
        {
            throw DivisionByZero();
        }

        return operation switch
        {
            BinaryOperator.Add => new IntegerValue(a + b),
            BinaryOperator.Subtract => new IntegerValue(a - b),
            BinaryOperator.Multiply => new IntegerValue(a * b),
            BinaryOperator.Divide => new FloatValue((double)a / (double)b),
            BinaryOperator.FloorDivide => new IntegerValue(FloorDivide(a, b)),
            BinaryOperator.Modulo => new IntegerValue(a - (FloorDivide(a, b) * b)),
            _ => Power(a, b),
        };
    }

    private static JinjaValue Power(BigInteger a, BigInteger b)
    {
        if (b.Sign < 0)
        {
            return a.IsZero ? throw DivisionByZero() : new FloatValue(Math.Pow((double)a, (double)b));
        }

        bool isSmall = a.IsZero || BigInteger.Abs(a).IsOne;
        if (!isSmall && b * (a.GetBitLength() - 1) > TemplateDefaults.MaxIntegerBits)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"A number has more than {TemplateDefaults.MaxIntegerBits} bits");
        }

        return new IntegerValue(isSmall
            ? (b.IsZero ? BigInteger.One : a.Sign < 0 && b.IsEven ? BigInteger.One : a)
            : BigInteger.Pow(a, (int)b));
    }

    private static double ComputeFloats(BinaryOperator operation, double a, double b)
    {
        bool divides = operation is BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo;
        if ((divides && b == 0) || (operation == BinaryOperator.Power && a == 0 && b < 0))
        {
            throw DivisionByZero();
        }

        return operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            BinaryOperator.FloorDivide => Math.Floor((a - Modulo(a, b)) / b),
            BinaryOperator.Modulo => Modulo(a, b),
            _ => Math.Pow(a, b),
        };
    }

    // The remainder has the divisor's sign.
    private static double Modulo(double a, double b)
    {
        double remainder = a % b;
        return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
    }

    private static BigInteger FloorDivide(BigInteger a, BigInteger b)
    {
        BigInteger quotient = BigInteger.DivRem(a, b, out BigInteger remainder);
        return !remainder.IsZero && (remainder.Sign < 0) != (b.Sign < 0) ? quotient - 1 : quotient;
    }

    private static TemplateException DivisionByZero() => new(TemplateErrorKind.Arithmetic, "division by zero");

    private static TemplateException Mismatch(BinaryOperator operation, JinjaValue left, JinjaValue right) => new(
        TemplateErrorKind.Type,
        left is StringValue && operation == BinaryOperator.Add
            ? $"can only concatenate str (not \"{right.TypeName}\") to str"
            : $"unsupported operand types for {operation}: '{left.TypeName}' and '{right.TypeName}'");
}
