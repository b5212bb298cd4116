using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>Reads arguments as the types that a function wants.</summary>
internal static class ArgumentReader
{
    /// <summary>Reads a text; nothing else is taken.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <returns>The text.</returns>
    public static string RequireText(JinjaValue? value, string what) => value switch
    {
        StringValue text => text.Text,
        UndefinedValue undefined => throw undefined.Fail(),
        _ => throw new TemplateException(
            TemplateErrorKind.Type, $"{what} must be str, not {value?.TypeName ?? "missing"}"),
    };

    /// <summary>Reads a text that may be left out.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <returns>The text, or <see langword="null"/> where it is left out or none.</returns>
    public static string? OptionalText(JinjaValue? value, string what) =>
        value is null or NoneValue ? null : RequireText(value, what);

    /// <summary>Reads a whole number.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <returns>The number, brought into the range of 32 bits: beyond it, none makes a difference.</returns>
    public static int RequireInt(JinjaValue? value, string what)
    {
        if (value is UndefinedValue undefined)
        {
            throw undefined.Fail();
        }

        return value is not null && PythonNumber.TryGetInteger(value, out BigInteger integer)
            ? (int)BigInteger.Clamp(integer, int.MinValue, int.MaxValue)
            : throw new TemplateException(
                TemplateErrorKind.Type, $"{what} must be an integer, not {value?.TypeName ?? "missing"}");
    }

    /// <summary>Reads a whole number that may be left out.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="otherwise">What it is where it is left out.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <returns>The number.</returns>
    public static int OptionalInt(JinjaValue? value, int otherwise, string what) =>
        value is null ? otherwise : RequireInt(value, what);

    /// <summary>Reads a condition that may be left out.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="otherwise">What it is where it is left out.</param>
    /// <returns>Whether it is true.</returns>
    public static bool OptionalFlag(JinjaValue? value, bool otherwise = false) => value?.IsTrue ?? otherwise;
}
