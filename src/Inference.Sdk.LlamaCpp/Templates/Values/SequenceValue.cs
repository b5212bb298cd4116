using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Methods;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A list or a tuple.</summary>
/// <param name="items">The items, which do not change any more.</param>
internal abstract class SequenceValue(IReadOnlyList<JinjaValue> items) : JinjaValue
{
    /// <summary>Gets the items.</summary>
    public IReadOnlyList<JinjaValue> Items { get; } = items;

    /// <inheritdoc/>
    public override bool IsTrue => Items.Count > 0;

    /// <inheritdoc/>
    public override int? Length => Items.Count;

    /// <summary>Resolves a position, which counts from the end where it is negative.</summary>
    /// <param name="key">The position.</param>
    /// <param name="length">The number of items.</param>
    /// <param name="position">The position from the beginning.</param>
    /// <returns>Whether there is an item.</returns>
    public static bool TryGetPosition(JinjaValue key, int length, out int position)
    {
        position = 0;
        BigInteger? index = key switch
        {
            IntegerValue integer => integer.Value,
            BooleanValue boolean => boolean.IsTrue ? 1 : 0,
            _ => null,
        };
        if (index is null)
        {
            return false;
        }

        BigInteger fromStart = index.Value.Sign < 0 ? index.Value + length : index.Value;
        if (fromStart.Sign < 0 || fromStart >= length)
        {
            return false;
        }

        position = (int)fromStart;
        return true;
    }

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems() => Items;

    /// <inheritdoc/>
    public override JinjaValue? GetItem(JinjaValue key)
    {
        if (key is SliceValue slice)
        {
            return Make([.. slice.Positions(Items.Count).Select(i => Items[i])]);
        }

        return TryGetPosition(key, Items.Count, out int position) ? Items[position] : null;
    }

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => SequenceMethods.Find(this, name);

    /// <summary>Makes a sequence of the same type.</summary>
    /// <param name="newItems">Its items.</param>
    /// <returns>The sequence.</returns>
    public abstract SequenceValue Make(IReadOnlyList<JinjaValue> newItems);

    /// <summary>Writes the items with commas between them.</summary>
    /// <param name="text">Where to.</param>
    protected void WriteItems(BoundedText text)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        for (int i = 0; i < Items.Count; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty);
            Items[i].WriteRepr(text);
        }
    }
}
