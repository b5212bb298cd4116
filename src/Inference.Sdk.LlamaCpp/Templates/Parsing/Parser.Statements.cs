using Inference.Sdk.LlamaCpp.Templates.Syntax;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <content>Statements.</content>
internal sealed partial class Parser
{
    private Statement ParseStatement()
    {
        Token tag = _tokens.Expect(TokenKind.Name, "the name of a tag");
        return tag.Text switch
        {
            "if" => ParseIf(tag.Line),
            "for" => ParseFor(tag.Line),
            "set" => ParseSet(tag.Line),
            "with" => ParseWith(tag.Line),
            "macro" => new Statement.Macro(tag.Line, ParseMacro(tag.Line)),
            "call" => ParseCallBlock(tag.Line),
            "filter" => ParseFilterBlock(tag.Line),
            "print" => ParsePrint(tag.Line),
            "break" => InLoop(new Statement.Break(tag.Line), tag),
            "continue" => InLoop(new Statement.Continue(tag.Line), tag),
            "generation" => new Statement.Group(tag.Line, ParseUntil("endgeneration")),
            "block" => ParseBlock(tag.Line),
            "autoescape" => ParseAutoescape(tag.Line),
            "include" or "import" or "from" or "extends" => SkipUnavailable(tag),
            _ => throw Fail($"There is no tag '{tag.Text}'", tag.Line),
        };
    }

    private Statement InLoop(Statement statement, Token tag) =>
        _loops > 0 ? statement : throw Fail($"'{tag.Text}' is outside of a loop", tag.Line);

    private Statement.If ParseIf(int line)
    {
        int unknown = _unknown.Count;
        Expression condition = ParseTuple(withConditional: false);
        List<Statement> then = ParseUntil(out string end, "elif", "else", "endif");
        IReadOnlyList<Statement> otherwise = end switch
        {
            "elif" => [ParseElse(_tokens.Current.Line)],
            "else" => ParseUntil("endif"),
            _ => [],
        };
        ForgetUnknown(unknown);
        return new Statement.If(line, condition, then, otherwise);
    }

    private Statement.If ParseElse(int line)
    {
        using Nesting nesting = Enter();
        return ParseIf(line);
    }

    private Statement.For ParseFor(int line)
    {
        Expression target = ParseTarget(withNamespace: false);
        if (!_tokens.SkipName("in"))
        {
            throw _tokens.Unexpected("'in'");
        }

        Expression sequence = ParseTuple(withConditional: false, end: "recursive");
        Expression? condition = _tokens.SkipName("if") ? ParseExpression() : null;
        bool isRecursive = _tokens.SkipName("recursive");
        _loops++;
        List<Statement> body = ParseUntil(out string end, "endfor", "else");
        _loops--;
        IReadOnlyList<Statement> otherwise = end == "else" ? ParseUntil("endfor") : [];
        return new Statement.For(line, target, sequence, condition, isRecursive, body, otherwise);
    }

    private Statement ParseSet(int line)
    {
        Expression target = ParseTarget(withNamespace: true);
        if (_tokens.SkipOperator("="))
        {
            return new Statement.Set(line, target, ParseTuple());
        }

        Expression? filter = _tokens.Current.IsOperator("|") ? ParseFilters(null) : null;
        return new Statement.SetBlock(line, target, filter, ParseUntil("endset"));
    }

    private Statement.With ParseWith(int line)
    {
        var variables = new List<KeyValuePair<Expression, Expression>>();
        while (_tokens.Current.Kind != TokenKind.BlockEnd)
        {
            if (variables.Count > 0)
            {
                _tokens.ExpectOperator(",");
            }

            Expression target = ParseTarget(withNamespace: false);
            _tokens.ExpectOperator("=");
            variables.Add(new(target, ParseExpression()));
        }

        return new Statement.With(line, variables, ParseUntil("endwith"));
    }

    private MacroSyntax ParseMacro(int line)
    {
        string name = _tokens.Expect(TokenKind.Name, "the name of a macro").Text;
        var parameters = new List<string>();
        var defaults = new List<Expression>();
        ParseParameters(parameters, defaults);
        return ParseMacroBody(line, name, "endmacro", parameters, defaults);
    }

    private MacroSyntax ParseMacroBody(
        int line, string name, string end, List<string> parameters, List<Expression> defaults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        _macroNames.Push(names);

        // A macro is a function of its own: a loop around it cannot be left from inside.
        int loops = _loops;
        _loops = 0;
        List<Statement> body = ParseUntil(end);
        _loops = loops;
        _macroNames.Pop();
        if (_macroNames.TryPeek(out HashSet<string>? outer))
        {
            outer.UnionWith(names);
        }

        return new MacroSyntax(
            line,
            name,
            parameters,
            defaults,
            body,
            names.Contains("caller"),
            names.Contains("varargs"),
            names.Contains("kwargs"));
    }

    private void ParseParameters(List<string> parameters, List<Expression> defaults)
    {
        _tokens.ExpectOperator("(");
        while (!_tokens.Current.IsOperator(")"))
        {
            if (parameters.Count > 0)
            {
                _tokens.ExpectOperator(",");
            }

            Token parameter = _tokens.Expect(TokenKind.Name, "a parameter");
            parameters.Add(parameter.Text);
            if (_tokens.SkipOperator("="))
            {
                defaults.Add(ParseExpression());
            }
            else if (defaults.Count > 0)
            {
                throw Fail($"Parameter '{parameter.Text}' has no default and follows one that has", parameter.Line);
            }
        }

        _tokens.ExpectOperator(")");
    }

    private Statement.CallBlock ParseCallBlock(int line)
    {
        var parameters = new List<string>();
        var defaults = new List<Expression>();
        if (_tokens.Current.IsOperator("("))
        {
            ParseParameters(parameters, defaults);
        }

        if (ParseExpression() is not Expression.Call call)
        {
            throw Fail("A call block needs a call", line);
        }

        return new Statement.CallBlock(
            line, call, ParseMacroBody(line, "caller", "endcall", parameters, defaults));
    }

    private Statement.FilterBlock ParseFilterBlock(int line)
    {
        Expression filter = ParseFilters(null, startsInline: true);
        return new Statement.FilterBlock(line, filter, ParseUntil("endfilter"));
    }

    private Statement.Group ParsePrint(int line)
    {
        var values = new List<Statement>();
        do
        {
            values.Add(new Statement.Output(line, ParseExpression()));
        }
        while (_tokens.SkipOperator(","));
        return new Statement.Group(line, values);
    }

    private Statement.Group ParseBlock(int line)
    {
        string name = _tokens.Expect(TokenKind.Name, "the name of a block").Text;
        _ = _tokens.SkipName("scoped") | _tokens.SkipName("required");
        List<Statement> body = ParseUntil("endblock");
        _tokens.SkipName(name);
        return new Statement.Group(line, body);
    }

    private Statement.Group ParseAutoescape(int line) =>
        ParseExpression() is Expression.Constant { Value.IsTrue: false }
            ? new Statement.Group(line, ParseUntil("endautoescape"))
            : throw Fail("Only 'autoescape false' is supported: a prompt is not HTML", line);

    private Statement.Unavailable SkipUnavailable(Token tag)
    {
        while (_tokens.Current.Kind is not (TokenKind.BlockEnd or TokenKind.End))
        {
            _tokens.Take();
        }

        return new Statement.Unavailable(tag.Line, tag.Text);
    }
}
