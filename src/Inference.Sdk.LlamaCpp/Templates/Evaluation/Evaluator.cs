using Inference.Sdk.LlamaCpp.Templates.Functions;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>Renders statements. One for each rendering; used by one thread.</summary>
internal sealed partial class Evaluator(RenderState state)
{
    /// <summary>Gets the rendering.</summary>
    public RenderState State => state;

    /// <summary>Renders a template.</summary>
    /// <param name="statements">Its statements.</param>
    /// <param name="context">The variables that it is given.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateException">It cannot be rendered.</exception>
    public string Render(IReadOnlyList<Statement> statements, MappingValue context)
    {
        Scope globals = GlobalFunctions.NewScope();
        var variables = new Scope(globals);
        foreach ((JinjaValue name, JinjaValue value) in context.Items)
        {
            variables.Set(state.ToText(name), value);
        }

        var output = new BoundedText(state);
        Execute(statements, new Scope(variables), output);
        return output.ToString();
    }

    private Flow Execute(IReadOnlyList<Statement> statements, Scope scope, BoundedText output)
    {
        foreach (Statement statement in statements)
        {
            Flow flow = Execute(statement, scope, output);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private Flow Execute(Statement statement, Scope scope, BoundedText output)
    {
        state.Step();
        state.Line = statement.Line;
        switch (statement)
        {
            case Statement.Data data:
                output.Append(data.Text);
                return Flow.Next;
            case Statement.Output value:
                Evaluate(value.Value, scope).WriteTo(output);
                return Flow.Next;
            case Statement.If branch:
                return Execute(Evaluate(branch.Condition, scope).IsTrue ? branch.Then : branch.Else, scope, output);
            case Statement.For loop:
                return ExecuteLoop(loop, scope, output);
            case Statement.Set set:
                Assign(set.Target, Evaluate(set.Value, scope), scope);
                return Flow.Next;
            case Statement.SetBlock set:
                Assign(set.Target, Filtered(set.Filter, Capture(set.Body, new Scope(scope)), scope), scope);
                return Flow.Next;
            case Statement.With with:
                return ExecuteWith(with, scope, output);
            case Statement.Macro macro:
                scope.Set(macro.Definition.Name, NewMacro(macro.Definition, scope));
                return Flow.Next;
            case Statement.CallBlock call:
                EvaluateCall(call.Call, scope, NewMacro(call.Caller, scope)).WriteTo(output);
                return Flow.Next;
            case Statement.FilterBlock filter:
                Filtered(filter.Filter, Capture(filter.Body, new Scope(scope)), scope).WriteTo(output);
                return Flow.Next;
            case Statement.Group group:
                return Execute(group.Body, new Scope(scope), output);
            case Statement.Break:
                return Flow.Break;
            case Statement.Continue:
                return Flow.Continue;
            default:
                throw new TemplateException(
                    TemplateErrorKind.Type,
                    $"'{((Statement.Unavailable)statement).Tag}' needs another template, and a chat template stands alone");
        }
    }

    private Flow ExecuteWith(Statement.With with, Scope scope, BoundedText output)
    {
        var inner = new Scope(scope);
        foreach ((Expression target, Expression value) in with.Variables)
        {
            Assign(target, Evaluate(value, scope), inner);
        }

        return Execute(with.Body, inner, output);
    }

    private StringValue Capture(IReadOnlyList<Statement> body, Scope scope)
    {
        var text = new BoundedText(state);
        Execute(body, scope, text);
        return new StringValue(text.ToString());
    }

    private JinjaValue Filtered(Expression? filter, StringValue text, Scope scope) =>
        filter is null ? text : Evaluate(filter, scope, text);

    private void Assign(Expression target, JinjaValue value, Scope scope)
    {
        switch (target)
        {
            case Expression.Name name:
                scope.Set(name.Identifier, value);
                break;
            case Expression.NamespaceAttribute attribute:
                if (Find(attribute.Identifier, scope) is not NamespaceValue found)
                {
                    throw new TemplateException(
                        TemplateErrorKind.Runtime, $"'{attribute.Identifier}' is not a namespace: it has no attributes to set");
                }

                found.Attributes[attribute.AttributeName] = value;
                break;
            default:
                Unpack(((Expression.Tuple)target).Items, value, scope);
                break;
        }
    }

    private void Unpack(IReadOnlyList<Expression> targets, JinjaValue value, Scope scope)
    {
        if (value.GetItems() is null)
        {
            throw new TemplateException(TemplateErrorKind.Type, $"cannot unpack non-iterable {value.TypeName} object");
        }

        List<JinjaValue> items = state.ToList(value);
        if (items.Count != targets.Count)
        {
            throw new TemplateException(
                TemplateErrorKind.Value, $"{targets.Count} names cannot be given {items.Count} values");
        }

        for (int i = 0; i < items.Count; i++)
        {
            Assign(targets[i], items[i], scope);
        }
    }

    private MacroValue NewMacro(MacroSyntax macro, Scope scope) => new(macro, scope, this);
}
