using Inference.Sdk.LlamaCpp.Templates.Filters;
using Inference.Sdk.LlamaCpp.Templates.Predicates;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <content>Calls, filters, tests and macros.</content>
internal sealed partial class Evaluator
{
    /// <summary>Calls a macro.</summary>
    /// <param name="macro">The macro.</param>
    /// <param name="closure">The variables around its definition.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it renders.</returns>
    public StringValue CallMacro(MacroSyntax macro, Scope closure, CallArguments arguments)
    {
        state.Enter();
        int line = state.Line;
        var scope = new Scope(closure);
        BindMacro(macro, arguments, scope);
        StringValue text = Capture(macro.Body, scope);
        state.Line = line;
        state.Leave();
        return text;
    }

    private void BindMacro(MacroSyntax macro, CallArguments arguments, Scope scope)
    {
        state.Step(macro.Parameters.Count);
        var named = new OrderedDictionary<string, JinjaValue>(arguments.Named, StringComparer.Ordinal);
        int required = macro.Parameters.Count - macro.Defaults.Count;
        for (int i = 0; i < macro.Parameters.Count; i++)
        {
            string parameter = macro.Parameters[i];
            JinjaValue? given = i < arguments.Positional.Count ? arguments.Positional[i] : null;
            if (named.Remove(parameter, out JinjaValue? byName))
            {
                given = given is null ? byName : throw MacroError(macro, $"gets its argument '{parameter}' twice");
            }

            given ??= i >= required
                ? Evaluate(macro.Defaults[i - required], scope)
                : new UndefinedValue($"parameter '{parameter}' was not provided");
            scope.Set(parameter, given);
        }

        BindRest(macro, arguments, named, scope);
    }

    private static void BindRest(
        MacroSyntax macro, CallArguments arguments, OrderedDictionary<string, JinjaValue> named, Scope scope)
    {
        if (macro.UsesCaller && !macro.Parameters.Contains("caller"))
        {
            named.Remove("caller", out JinjaValue? caller);
            scope.Set("caller", caller ?? new UndefinedValue("No caller defined"));
        }

        if (macro.UsesNamedSpread)
        {
            OrderedDictionary<JinjaValue, JinjaValue> rest = MappingValue.NewItems();
            foreach ((string name, JinjaValue value) in named)
            {
                rest[new StringValue(name)] = value;
            }

            scope.Set("kwargs", new MappingValue(rest));
        }
        else if (named.Count > 0)
        {
            throw MacroError(macro, named.ContainsKey("caller")
                ? "was called with a call block and does not use 'caller'"
                : $"has no argument '{named.GetAt(0).Key}'");
        }

        if (macro.UsesSpread)
        {
            scope.Set("varargs", new TupleValue([.. arguments.Positional.Skip(macro.Parameters.Count)]));
        }
        else if (arguments.Positional.Count > macro.Parameters.Count)
        {
            throw MacroError(macro, $"takes at most {macro.Parameters.Count} arguments");
        }
    }

    private static TemplateException MacroError(MacroSyntax macro, string problem) =>
        new(TemplateErrorKind.Type, $"macro '{macro.Name}' {problem}");

    private JinjaValue EvaluateCall(Expression.Call call, Scope scope, MacroValue? caller)
    {
        JinjaValue target = Evaluate(call.Target, scope);
        CallArguments arguments = EvaluateArguments(call.Arguments, scope, caller);
        state.Line = call.Line;
        return target.Call(state, arguments);
    }

    private JinjaValue EvaluateFilter(Expression.Filter filter, Scope scope, StringValue? block)
    {
        JinjaValue target = filter.Target is null ? block! : Evaluate(filter.Target, scope, block);
        CallArguments arguments = EvaluateArguments(filter.Arguments, scope, caller: null);
        state.Line = filter.Line;
        return FilterTable.Apply(state, filter.FilterName, target, arguments);
    }

    private BooleanValue EvaluateTest(Expression.Test test, Scope scope)
    {
        JinjaValue target = Evaluate(test.Target, scope);
        CallArguments arguments = EvaluateArguments(test.Arguments, scope, caller: null);
        state.Line = test.Line;
        return BooleanValue.Of(PredicateTable.Apply(state, test.TestName, target, arguments));
    }

    private CallArguments EvaluateArguments(CallSyntax syntax, Scope scope, MacroValue? caller)
    {
        if (ReferenceEquals(syntax, CallSyntax.None) && caller is null)
        {
            return CallArguments.None;
        }

        List<JinjaValue> positional = EvaluateAll(syntax.Positional, scope);
        var named = new List<KeyValuePair<string, JinjaValue>>();
        foreach ((string name, Expression value) in syntax.Named)
        {
            named.Add(new(name, Evaluate(value, scope)));
        }

        if (syntax.Spread is not null)
        {
            positional.AddRange(state.ToList(Evaluate(syntax.Spread, scope)));
        }

        if (syntax.NamedSpread is not null)
        {
            AddNamed(Evaluate(syntax.NamedSpread, scope), named);
        }

        if (caller is not null)
        {
            named.Add(new("caller", caller));
        }

        return new CallArguments(positional, named);
    }

    private void AddNamed(JinjaValue spread, List<KeyValuePair<string, JinjaValue>> named)
    {
        if (spread is not MappingValue mapping)
        {
            throw new TemplateException(
                TemplateErrorKind.Type, $"argument after ** must be a mapping, not {spread.TypeName}");
        }

        foreach ((JinjaValue key, JinjaValue value) in mapping.Items)
        {
            string name = ArgumentReader.RequireText(key, "a keyword");
            state.ChargeReading(name.Length);
            state.Step(named.Count);
            named.Add(named.Exists(pair => pair.Key == name)
                ? throw new TemplateException(TemplateErrorKind.Type, $"argument '{name}' is given twice")
                : new(name, value));
        }

        state.Step(mapping.Items.Count);
    }
}
