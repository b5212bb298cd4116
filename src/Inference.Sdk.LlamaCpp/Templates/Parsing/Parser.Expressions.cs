using Inference.Sdk.LlamaCpp.Templates.Syntax;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <content>Expressions by precedence, loosest first.</content>
internal sealed partial class Parser
{
    private Expression ParseExpression(bool withConditional = true)
    {
        using Nesting nesting = Enter();
        if (!withConditional)
        {
            return ParseOr();
        }

        int unknown = _unknown.Count;
        Expression then = ParseOr();
        while (_tokens.Current.IsName("if"))
        {
            int line = _tokens.Take().Line;
            Expression condition = ParseOr();
            Expression? otherwise = _tokens.SkipName("else") ? ParseExpression() : null;
            then = new Expression.Conditional(line, condition, then, otherwise);
            ForgetUnknown(unknown);
        }

        return then;
    }

    private Expression ParseOr()
    {
        Expression left = ParseAnd();
        while (_tokens.Current.IsName("or"))
        {
            int line = _tokens.Take().Line;
            left = new Expression.Or(line, left, ParseAnd());
        }

        return left;
    }

    private Expression ParseAnd()
    {
        Expression left = ParseNot();
        while (_tokens.Current.IsName("and"))
        {
            int line = _tokens.Take().Line;
            left = new Expression.And(line, left, ParseNot());
        }

        return left;
    }

    private Expression ParseNot()
    {
        if (!_tokens.Current.IsName("not"))
        {
            return ParseComparison();
        }

        using Nesting nesting = Enter();
        int line = _tokens.Take().Line;
        return new Expression.Not(line, ParseNot());
    }

    private Expression ParseComparison()
    {
        int line = _tokens.Current.Line;
        Expression first = ParseSum();
        var rest = new List<KeyValuePair<ComparisonOperator, Expression>>();
        while (TryTakeComparison(out ComparisonOperator comparison))
        {
            rest.Add(new(comparison, ParseSum()));
        }

        return rest.Count == 0 ? first : new Expression.Comparison(line, first, rest);
    }

    private bool TryTakeComparison(out ComparisonOperator comparison)
    {
        Token token = _tokens.Current;
        comparison = ComparisonOperator.In;
        if (token.IsName("in"))
        {
            _tokens.Take();
            return true;
        }

        if (token.IsName("not") && _tokens.Following.IsName("in"))
        {
            _tokens.Take();
            _tokens.Take();
            comparison = ComparisonOperator.NotIn;
            return true;
        }

        ComparisonOperator? found = token.Kind != TokenKind.Operator ? null : token.Text switch
        {
            "==" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            ">=" => ComparisonOperator.GreaterOrEqual,
            _ => null,
        };
        if (found is null)
        {
            return false;
        }

        _tokens.Take();
        comparison = found.Value;
        return true;
    }

    private Expression ParseSum()
    {
        Expression left = ParseConcatenation();
        while (_tokens.Current.IsOperator("+") || _tokens.Current.IsOperator("-"))
        {
            Token token = _tokens.Take();
            BinaryOperator operation = token.Text == "+" ? BinaryOperator.Add : BinaryOperator.Subtract;
            left = new Expression.Binary(token.Line, operation, left, ParseConcatenation());
        }

        return left;
    }

    private Expression ParseConcatenation()
    {
        int line = _tokens.Current.Line;
        Expression first = ParseProduct();
        if (!_tokens.Current.IsOperator("~"))
        {
            return first;
        }

        var items = new List<Expression> { first };
        while (_tokens.SkipOperator("~"))
        {
            items.Add(ParseProduct());
        }

        return new Expression.Concatenation(line, items);
    }

    private Expression ParseProduct()
    {
        Expression left = ParsePower();
        while (_tokens.Current.Kind == TokenKind.Operator && _tokens.Current.Text is "*" or "/" or "//" or "%")
        {
            Token token = _tokens.Take();
            BinaryOperator operation = token.Text switch
            {
                "*" => BinaryOperator.Multiply,
                "/" => BinaryOperator.Divide,
                "//" => BinaryOperator.FloorDivide,
                _ => BinaryOperator.Modulo,
            };
            left = new Expression.Binary(token.Line, operation, left, ParsePower());
        }

        return left;
    }

    // From the left, unlike Python's.
    private Expression ParsePower()
    {
        Expression left = ParseUnary();
        while (_tokens.Current.IsOperator("**"))
        {
            int line = _tokens.Take().Line;
            left = new Expression.Binary(line, BinaryOperator.Power, left, ParseUnary());
        }

        return left;
    }

    private Expression ParseUnary(bool withFilter = true)
    {
        Token token = _tokens.Current;
        Expression expression;
        if (token.IsOperator("-") || token.IsOperator("+"))
        {
            using Nesting nesting = Enter();
            _tokens.Take();
            expression = new Expression.Sign(token.Line, token.Text == "-", ParseUnary(withFilter: false));
        }
        else
        {
            expression = ParsePrimary();
        }

        expression = ParsePostfix(expression);
        return withFilter ? ParseFiltersAndTests(expression) : expression;
    }
}
