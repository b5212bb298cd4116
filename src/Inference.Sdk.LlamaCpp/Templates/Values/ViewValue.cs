using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>The keys, values or items of a mapping: countable, and without positions.</summary>
/// <param name="typeName">Which of them.</param>
/// <param name="items">The items.</param>
internal sealed class ViewValue(string typeName, IReadOnlyList<JinjaValue> items) : JinjaValue
{
    /// <inheritdoc/>
    public override string TypeName => typeName;

    /// <inheritdoc/>
    public override bool IsTrue => items.Count > 0;

    /// <inheritdoc/>
    public override int? Length => items.Count;

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems() => items;

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        text.Append(typeName);
        text.Append("(");
        new ListValue(items).WriteRepr(text);
        text.Append(")");
    }
}
