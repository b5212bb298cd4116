using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A function or a method that is built in.</summary>
/// <param name="name">Its name.</param>
/// <param name="function">What it does.</param>
internal sealed class FunctionValue(string name, Func<RenderState, CallArguments, JinjaValue> function) : JinjaValue
{
    /// <inheritdoc/>
    public override string TypeName => "function";

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override bool IsCallable => true;

    /// <inheritdoc/>
    public override JinjaValue Call(RenderState state, CallArguments arguments) => function(state, arguments);

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append($"<function {name}>");
}
