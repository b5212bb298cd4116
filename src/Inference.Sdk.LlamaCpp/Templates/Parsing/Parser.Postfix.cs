using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <content>What follows a value: attributes, items, calls, filters, tests.</content>
internal sealed partial class Parser
{
    private Expression ParsePostfix(Expression expression)
    {
        while (_tokens.Current.Kind == TokenKind.Operator)
        {
            Token token = _tokens.Current;
            switch (token.Text)
            {
                case ".":
                    _tokens.Take();
                    expression = ParseAttribute(expression, token.Line);
                    break;
                case "[":
                    _tokens.Take();
                    expression = ParseSubscript(expression, token.Line);
                    break;
                case "(":
                    expression = new Expression.Call(token.Line, expression, ParseCall());
                    break;
                default:
                    return expression;
            }
        }

        return expression;
    }

    private Expression ParseAttribute(Expression target, int line)
    {
        Token token = _tokens.Take();
        return token.Kind switch
        {
            TokenKind.Name => new Expression.Attribute(line, target, new StringValue(token.Text)),
            TokenKind.Integer => new Expression.Item(
                line, target, new Expression.Constant(token.Line, ParseInteger(token))),
            _ => throw Fail($"Expected the name or number of an attribute and found {token.Describe()}", token.Line),
        };
    }

    private Expression.Item ParseSubscript(Expression target, int line)
    {
        List<Expression> items = ParseItems("]", ParseIndex);
        return new Expression.Item(line, target, items.Count == 1 ? items[0] : new Expression.Tuple(line, items));
    }

    private Expression ParseIndex()
    {
        int line = _tokens.Current.Line;
        Expression? start = _tokens.Current.IsOperator(":") ? null : ParseExpression();
        if (start is not null && !_tokens.Current.IsOperator(":"))
        {
            return start;
        }

        _tokens.ExpectOperator(":");
        Expression? stop = IsIndexEnd() || _tokens.Current.IsOperator(":") ? null : ParseExpression();
        Expression? step = _tokens.SkipOperator(":") && !IsIndexEnd() ? ParseExpression() : null;
        return new Expression.Slice(line, start, stop, step);
    }

    private bool IsIndexEnd() => _tokens.Current.IsOperator("]") || _tokens.Current.IsOperator(",");

    private CallSyntax ParseCall()
    {
        _tokens.ExpectOperator("(");
        var positional = new List<Expression>();
        var named = new List<KeyValuePair<string, Expression>>();
        Expression? spread = null;
        Expression? namedSpread = null;
        ParseItems(")", () =>
        {
            Token token = _tokens.Current;
            if (_tokens.SkipOperator("*"))
            {
                Require(spread is null && namedSpread is null, token);
                spread = ParseExpression();
            }
            else if (_tokens.SkipOperator("**"))
            {
                Require(namedSpread is null, token);
                namedSpread = ParseExpression();
            }
            else if (token.Kind == TokenKind.Name && _tokens.Following.IsOperator("="))
            {
                Require(namedSpread is null, token);
                _tokens.Take();
                _tokens.Take();
                named.Add(new(token.Text, ParseExpression()));
            }
            else
            {
                Require(spread is null && namedSpread is null && named.Count == 0, token);
                positional.Add(ParseExpression());
            }

            return token;
        });
        return new CallSyntax(positional, named, spread, namedSpread);
    }

    private static void Require(bool isAllowed, Token token)
    {
        if (!isAllowed)
        {
            throw Fail("The arguments of a call are in the wrong order", token.Line);
        }
    }

    private Expression ParseFiltersAndTests(Expression expression)
    {
        while (true)
        {
            Token token = _tokens.Current;
            if (token.IsOperator("|"))
            {
                expression = ParseFilters(expression);
            }
            else if (token.IsName("is"))
            {
                expression = ParseTest(expression);
            }
            else if (token.IsOperator("("))
            {
                expression = new Expression.Call(token.Line, expression, ParseCall());
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression ParseFilters(Expression? target, bool startsInline = false)
    {
        do
        {
            if (!startsInline)
            {
                _tokens.ExpectOperator("|");
            }

            startsInline = false;
            int line = _tokens.Current.Line;
            string name = ParseDottedName("the name of a filter");
            CheckFilter(name, line);
            CallSyntax arguments = _tokens.Current.IsOperator("(") ? ParseCall() : CallSyntax.None;
            target = new Expression.Filter(line, target, name, arguments);
        }
        while (_tokens.Current.IsOperator("|"));
        return target;
    }

    private Expression ParseTest(Expression target)
    {
        int line = _tokens.Take().Line;
        bool isNegated = _tokens.SkipName("not");
        string name = ParseDottedName("the name of a test");
        CheckTest(name, line);
        Token token = _tokens.Current;
        CallSyntax arguments = CallSyntax.None;
        if (token.IsOperator("("))
        {
            arguments = ParseCall();
        }
        else if (token.IsName("is"))
        {
            throw Fail("Tests cannot be chained", token.Line);
        }
        else if (BeginsArgument(token))
        {
            arguments = new CallSyntax([ParsePostfix(ParsePrimary())], []);
        }

        Expression test = new Expression.Test(line, target, name, arguments);
        return isNegated ? new Expression.Not(line, test) : test;
    }

    // "is divisibleby 3" needs no parentheses.
    private static bool BeginsArgument(Token token) => token.Kind switch
    {
        TokenKind.Name => token.Text is not ("else" or "or" or "and"),
        TokenKind.Text or TokenKind.Integer or TokenKind.Float => true,
        TokenKind.Operator => token.Text is "[" or "{",
        _ => false,
    };

    private string ParseDottedName(string expected)
    {
        string name = _tokens.Expect(TokenKind.Name, expected).Text;
        while (_tokens.SkipOperator("."))
        {
            name += "." + _tokens.Expect(TokenKind.Name, expected).Text;
        }

        return name;
    }
}
