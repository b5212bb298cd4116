using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A list.</summary>
/// <param name="items">The items.</param>
internal sealed class ListValue(IReadOnlyList<JinjaValue> items) : SequenceValue(items)
{
    /// <inheritdoc/>
    public override string TypeName => "list";

    /// <inheritdoc/>
    public override SequenceValue Make(IReadOnlyList<JinjaValue> newItems) => new ListValue(newItems);

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        text.Append("[");
        WriteItems(text);
        text.Append("]");
    }
}
