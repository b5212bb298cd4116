using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Methods;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A mapping that keeps the order of its keys.</summary>
/// <param name="items">The items, which do not change any more.</param>
internal sealed class MappingValue(OrderedDictionary<JinjaValue, JinjaValue> items) : JinjaValue
{
    /// <summary>Gets the items.</summary>
    public OrderedDictionary<JinjaValue, JinjaValue> Items { get; } = items;

    /// <inheritdoc/>
    public override string TypeName => "dict";

    /// <inheritdoc/>
    public override bool IsTrue => Items.Count > 0;

    /// <inheritdoc/>
    public override int? Length => Items.Count;

    /// <summary>Makes a mapping that keys are yet to be added to.</summary>
    /// <returns>The items.</returns>
    public static OrderedDictionary<JinjaValue, JinjaValue> NewItems() => new(KeyComparer.Instance);

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems() => Items.Keys;

    /// <inheritdoc/>
    public override JinjaValue? GetItem(JinjaValue key) =>
        KeyComparer.IsHashable(key) && Items.TryGetValue(key, out JinjaValue? value) ? value : null;

    /// <summary>Gets an item by a text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The item, or <see langword="null"/> where there is none.</returns>
    public JinjaValue? GetItem(string key) => Items.GetValueOrDefault(new StringValue(key));

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => MappingMethods.Find(this, name);

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        text.Append("{");
        bool isFirst = true;
        foreach ((JinjaValue key, JinjaValue value) in Items)
        {
            text.Append(isFirst ? string.Empty : ", ");
            key.WriteRepr(text);
            text.Append(": ");
            value.WriteRepr(text);
            isFirst = false;
        }

        text.Append("}");
    }
}
