using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A tuple.</summary>
/// <param name="items">The items.</param>
/// <param name="names">Names of the items, as attributes; empty where they have none.</param>
internal sealed class TupleValue(IReadOnlyList<JinjaValue> items, params IReadOnlyList<string> names)
    : SequenceValue(items)
{
    /// <inheritdoc/>
    public override string TypeName => "tuple";

    /// <inheritdoc/>
    public override SequenceValue Make(IReadOnlyList<JinjaValue> newItems) => new TupleValue(newItems);

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return Items[i];
            }
        }

        return base.GetAttribute(name);
    }

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        text.Append("(");
        WriteItems(text);
        text.Append(Items.Count == 1 ? ",)" : ")");
    }
}
