using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Functions;

/// <summary>What <c>cycler</c> makes: goes over its items again and again.</summary>
/// <param name="items">The items.</param>
internal sealed class CyclerValue(IReadOnlyList<JinjaValue> items) : JinjaValue
{
    private readonly IReadOnlyList<JinjaValue> _items = items.Count > 0
        ? items
        : throw new TemplateException(TemplateErrorKind.Runtime, "at least one item has to be provided");

    private int _position;

    /// <inheritdoc/>
    public override string TypeName => "Cycler";

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => name switch
    {
        "current" => _items[_position],
        "next" => new FunctionValue(name, (_, _) => Next()),
        "reset" => new FunctionValue(name, (_, _) =>
        {
            _position = 0;
            return NoneValue.Instance;
        }),
        _ => null,
    };

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append("<Cycler>");

    private JinjaValue Next()
    {
        JinjaValue item = _items[_position];
        _position = (_position + 1) % _items.Count;
        return item;
    }
}
