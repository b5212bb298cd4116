using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>A macro, with the variables around its definition.</summary>
/// <param name="macro">Its source.</param>
/// <param name="closure">The variables.</param>
/// <param name="evaluator">What renders it.</param>
internal sealed class MacroValue(MacroSyntax macro, Scope closure, Evaluator evaluator) : JinjaValue
{
    /// <inheritdoc/>
    public override string TypeName => "Macro";

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override bool IsCallable => true;

    /// <inheritdoc/>
    public override JinjaValue Call(RenderState state, CallArguments arguments) =>
        evaluator.CallMacro(macro, closure, arguments);

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => name switch
    {
        "name" => new StringValue(macro.Name),
        "arguments" => new TupleValue([.. macro.Parameters.Select(p => new StringValue(p))]),
        "caller" => BooleanValue.Of(macro.UsesCaller),
        "catch_kwargs" => BooleanValue.Of(macro.UsesNamedSpread),
        "catch_varargs" => BooleanValue.Of(macro.UsesSpread),
        _ => null,
    };

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append($"<Macro '{macro.Name}'>");
}
