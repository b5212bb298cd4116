using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <content>Loops.</content>
internal sealed partial class Evaluator
{
    /// <summary>Renders a loop over a sequence.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="scope">The variables around it.</param>
    /// <param name="output">Where to.</param>
    /// <param name="depth">How many loops of a recursion it is inside of.</param>
    public void ExecuteLoop(Statement.For loop, JinjaValue sequence, Scope scope, BoundedText output, int depth)
    {
        state.Enter();
        List<JinjaValue> items = Select(loop, sequence, scope);
        var info = new LoopValue(this, loop, scope, items, depth);

        // Jinja takes the else where no round of the loop came to its end, so after "continue" and "break" too.
        bool hasRun = false;
        for (int i = 0; i < items.Count; i++)
        {
            state.Step();
            info.MoveTo(i);
            var inner = new Scope(scope);
            inner.Set("loop", info);
            Assign(loop.Target, items[i], inner);
            Flow flow = Execute(loop.Body, inner, output);
            hasRun |= flow == Flow.Next;
            if (flow == Flow.Break)
            {
                break;
            }
        }

        if (!hasRun)
        {
            Execute(loop.Else, new Scope(scope), output);
        }

        state.Leave();
    }

    private Flow ExecuteLoop(Statement.For loop, Scope scope, BoundedText output)
    {
        ExecuteLoop(loop, Evaluate(loop.Sequence, scope), scope, output, depth: 0);
        return Flow.Next;
    }

    private List<JinjaValue> Select(Statement.For loop, JinjaValue sequence, Scope scope)
    {
        List<JinjaValue> items = state.ToList(sequence);
        if (loop.Condition is null)
        {
            return items;
        }

        return items.FindAll(item =>
        {
            var inner = new Scope(scope);
            Assign(loop.Target, item, inner);
            return Evaluate(loop.Condition, inner).IsTrue;
        });
    }
}
