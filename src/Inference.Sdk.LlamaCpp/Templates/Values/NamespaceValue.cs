using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A namespace: the one value whose attributes a template can set, so that a loop can leave a result.</summary>
internal sealed class NamespaceValue : JinjaValue
{
    /// <summary>Gets the attributes.</summary>
    public OrderedDictionary<string, JinjaValue> Attributes { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string TypeName => "Namespace";

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => Attributes.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        text.Append("<Namespace {");
        bool isFirst = true;
        foreach ((string name, JinjaValue value) in Attributes)
        {
            text.Append(isFirst ? string.Empty : ", ");
            PythonText.WriteRepr(name, text);
            text.Append(": ");
            value.WriteRepr(text);
            isFirst = false;
        }

        text.Append("}>");
    }
}
