using System.Globalization;
using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A whole number; like Python's it may be larger than 64 bits, up to
/// <see cref="TemplateDefaults.MaxIntegerBits"/>.</summary>
internal sealed class IntegerValue : JinjaValue
{
    /// <summary>Makes a number.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="TemplateException">It is too large.</exception>
    public IntegerValue(BigInteger value)
    {
        if (value.GetBitLength() > TemplateDefaults.MaxIntegerBits)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"A number has more than {TemplateDefaults.MaxIntegerBits} bits");
        }

        Value = value;
    }

    /// <summary>Gets the number.</summary>
    public BigInteger Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "int";

    /// <inheritdoc/>
    public override bool IsTrue => !Value.IsZero;

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append(Value.ToString(CultureInfo.InvariantCulture));
}
