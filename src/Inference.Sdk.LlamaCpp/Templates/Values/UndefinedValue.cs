using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>What a name or attribute that does not exist gives: it prints as nothing, is false and empty, and any other
/// use is an error.</summary>
/// <param name="problem">What does not exist, for the error.</param>
/// <param name="kind">The kind of the error.</param>
internal sealed class UndefinedValue(string problem, TemplateErrorKind kind = TemplateErrorKind.Undefined) : JinjaValue
{
    /// <inheritdoc/>
    public override string TypeName => "Undefined";

    /// <inheritdoc/>
    public override bool IsTrue => false;

    /// <inheritdoc/>
    public override bool IsUndefined => true;

    /// <inheritdoc/>
    public override int? Length => 0;

    /// <summary>Makes the error of using it.</summary>
    /// <returns>The error.</returns>
    public TemplateException Fail() => new(kind, problem);

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append("Undefined");

    /// <inheritdoc/>
    public override void WriteTo(BoundedText text)
    {
        // Lenient: it prints as nothing.
    }

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems() => [];

    /// <inheritdoc/>
    public override JinjaValue Call(RenderState state, CallArguments arguments) => throw Fail();
}
