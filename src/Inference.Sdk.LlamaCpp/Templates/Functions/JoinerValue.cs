using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Functions;

/// <summary>What <c>joiner</c> makes: gives nothing the first time it is called and a separator after that.</summary>
/// <param name="separator">The separator.</param>
internal sealed class JoinerValue(JinjaValue separator) : JinjaValue
{
    private bool _isUsed;

    /// <inheritdoc/>
    public override string TypeName => "Joiner";

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override bool IsCallable => true;

    /// <inheritdoc/>
    public override JinjaValue Call(RenderState state, CallArguments arguments)
    {
        JinjaValue result = _isUsed ? separator : StringValue.Empty;
        _isUsed = true;
        return result;
    }

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append("<Joiner>");
}
