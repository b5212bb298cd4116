using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>What a loop's body knows as <c>loop</c>.</summary>
/// <param name="evaluator">What renders the loop.</param>
/// <param name="loop">Its source.</param>
/// <param name="scope">The variables around it.</param>
/// <param name="items">What it goes over.</param>
/// <param name="depth">How many loops of a recursion it is inside of.</param>
internal sealed class LoopValue(
    Evaluator evaluator, Statement.For loop, Scope scope, IReadOnlyList<JinjaValue> items, int depth) : JinjaValue
{
    private int _index;
    private JinjaValue? _lastChanged;

    /// <inheritdoc/>
    public override string TypeName => "LoopContext";

    /// <inheritdoc/>
    public override bool IsTrue => items.Count > 0;

    /// <inheritdoc/>
    public override int? Length => items.Count;

    /// <inheritdoc/>
    public override bool IsCallable => loop.IsRecursive;

    /// <summary>Goes to an item.</summary>
    /// <param name="index">Its position.</param>
    public void MoveTo(int index) => _index = index;

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => name switch
    {
        "index" => new IntegerValue(_index + 1),
        "index0" => new IntegerValue(_index),
        "revindex" => new IntegerValue(items.Count - _index),
        "revindex0" => new IntegerValue(items.Count - _index - 1),
        "first" => BooleanValue.Of(_index == 0),
        "last" => BooleanValue.Of(_index == items.Count - 1),
        "length" => new IntegerValue(items.Count),
        "depth" => new IntegerValue(depth + 1),
        "depth0" => new IntegerValue(depth),
        "previtem" => _index > 0 ? items[_index - 1] : new UndefinedValue("there is no previous item"),
        "nextitem" => _index + 1 < items.Count ? items[_index + 1] : new UndefinedValue("there is no next item"),
        "cycle" => new FunctionValue(name, (_, arguments) => Cycle(arguments)),
        "changed" => new FunctionValue(name, HasChanged),
        _ => null,
    };

    /// <summary>Renders the loop over another sequence: <c>loop(children)</c>.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="arguments">The sequence.</param>
    /// <returns>What it renders.</returns>
    /// <exception cref="TemplateException">The loop is not marked <c>recursive</c>.</exception>
    public override JinjaValue Call(RenderState state, CallArguments arguments)
    {
        if (!loop.IsRecursive)
        {
            throw new TemplateException(TemplateErrorKind.Type, "The loop must be marked 'recursive' to be called");
        }

        JinjaValue sequence = arguments.BindRequired("loop", 1, "iterable")[0]!;
        var text = new BoundedText(state);
        evaluator.ExecuteLoop(loop, sequence, scope, text, depth + 1);
        return new StringValue(text.ToString());
    }

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append($"<LoopContext {_index + 1}/{items.Count}>");

    private JinjaValue Cycle(CallArguments arguments) => arguments.Positional.Count > 0
        ? arguments.Positional[_index % arguments.Positional.Count]
        : throw new TemplateException(TemplateErrorKind.Type, "no items for cycling given");

    private BooleanValue HasChanged(RenderState state, CallArguments arguments)
    {
        var now = new TupleValue(arguments.Positional);
        bool hasChanged = _lastChanged is null || !Comparison.AreEqual(state, _lastChanged, now);
        _lastChanged = now;
        return BooleanValue.Of(hasChanged);
    }
}
