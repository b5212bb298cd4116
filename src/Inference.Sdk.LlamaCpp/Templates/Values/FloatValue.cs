using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A number of double precision.</summary>
/// <param name="value">The number.</param>
internal sealed class FloatValue(double value) : JinjaValue
{
    /// <summary>Gets the number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "float";

    /// <inheritdoc/>
    public override bool IsTrue => Value != 0;

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append(PythonNumber.Repr(Value));

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => name == "is_integer"
        ? new FunctionValue(name, (_, arguments) =>
        {
            arguments.Bind(name);
            return BooleanValue.Of(double.IsFinite(Value) && Math.Floor(Value) == Value);
        })
        : null;
}
