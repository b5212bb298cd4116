using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Items that come one by one, once: what filters such as <c>map</c> and <c>selectattr</c> give. Python's have no
/// length and no positions, are always true, and are empty the second time; templates rely on it.</summary>
/// <param name="items">The items.</param>
/// <param name="typeName">The name of the type.</param>
internal sealed class IteratorValue(IEnumerable<JinjaValue> items, string typeName = "generator") : JinjaValue
{
    private IEnumerator<JinjaValue>? _iterator;

    /// <inheritdoc/>
    public override string TypeName => typeName;

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems()
    {
        _iterator ??= items.GetEnumerator();
        while (MoveNext(_iterator))
        {
            yield return _iterator.Current;
        }
    }

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append($"<{typeName} object>");

    // Filters of filters of filters ask each other for the next item.
    private static bool MoveNext(IEnumerator<JinjaValue> iterator)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return iterator.MoveNext();
    }
}
