using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>True or false; a number too, as in Python.</summary>
internal sealed class BooleanValue : JinjaValue
{
    /// <summary>True.</summary>
    public static readonly BooleanValue True = new(true);

    /// <summary>False.</summary>
    public static readonly BooleanValue False = new(false);

    private BooleanValue(bool value) => IsTrue = value;

    /// <inheritdoc/>
    public override string TypeName => "bool";

    /// <inheritdoc/>
    public override bool IsTrue { get; }

    /// <summary>Gets the value.</summary>
    /// <param name="value">Whether it is true.</param>
    /// <returns>The value.</returns>
    public static BooleanValue Of(bool value) => value ? True : False;

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append(IsTrue ? "True" : "False");
}
