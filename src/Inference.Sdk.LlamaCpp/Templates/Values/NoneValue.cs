using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Python's <c>None</c>, JSON's <c>null</c>.</summary>
internal sealed class NoneValue : JinjaValue
{
    /// <summary>The only one.</summary>
    public static readonly NoneValue Instance = new();

    private NoneValue()
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "NoneType";

    /// <inheritdoc/>
    public override bool IsTrue => false;

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append("None");
}
