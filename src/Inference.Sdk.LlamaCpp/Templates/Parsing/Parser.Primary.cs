using System.Globalization;
using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <content>Literals, names and tuples.</content>
internal sealed partial class Parser
{
    private Expression ParsePrimary(bool withNamespace = false)
    {
        Token token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                _tokens.Take();
                return ParseName(token, withNamespace);
            case TokenKind.Text:
                return ParseText();
            case TokenKind.Integer:
                _tokens.Take();
                return new Expression.Constant(token.Line, ParseInteger(token));
            case TokenKind.Float:
                _tokens.Take();
                return new Expression.Constant(
                    token.Line, new FloatValue(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Operator when token.Text == "(":
                _tokens.Take();
                Expression inside = ParseTuple(isInParentheses: true);
                _tokens.ExpectOperator(")");
                return inside;
            case TokenKind.Operator when token.Text == "[":
                _tokens.Take();
                return new Expression.List(token.Line, ParseItems("]", ParseItem));
            case TokenKind.Operator when token.Text == "{":
                _tokens.Take();
                return new Expression.Dictionary(token.Line, ParseItems("}", ParsePair));
            default:
                throw _tokens.Unexpected("an expression");
        }
    }

    private Expression ParseName(Token token, bool withNamespace)
    {
        switch (token.Text)
        {
            case "true" or "True":
                return new Expression.Constant(token.Line, BooleanValue.True);
            case "false" or "False":
                return new Expression.Constant(token.Line, BooleanValue.False);
            case "none" or "None":
                return new Expression.Constant(token.Line, NoneValue.Instance);
        }

        if (withNamespace && _tokens.SkipOperator("."))
        {
            string attribute = _tokens.Expect(TokenKind.Name, "an attribute").Text;
            return new Expression.NamespaceAttribute(token.Line, token.Text, attribute);
        }

        if (_macroNames.TryPeek(out HashSet<string>? names))
        {
            names.Add(token.Text);
        }

        return new Expression.Name(token.Line, token.Text);
    }

    // Literals next to each other are one.
    private Expression.Constant ParseText()
    {
        Token first = _tokens.Take();
        string text = first.Text;
        while (_tokens.Current.Kind == TokenKind.Text)
        {
            text += _tokens.Take().Text;
        }

        return new Expression.Constant(first.Line, new StringValue(text));
    }

    private static IntegerValue ParseInteger(Token token)
    {
        string text = token.Text;
        int radix = text.Length > 1 && text[0] == '0' ? text[1] switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 } : 10;
        if (!PythonNumber.TryParseInteger(radix == 10 ? text : text[2..], radix, out BigInteger value))
        {
            throw Fail($"'{text}' is not a whole number", token.Line);
        }

        return new IntegerValue(value);
    }

    private List<T> ParseItems<T>(string end, Func<T> parse)
    {
        var items = new List<T>();
        while (!_tokens.SkipOperator(end))
        {
            if (items.Count > 0)
            {
                _tokens.ExpectOperator(",");
                if (_tokens.SkipOperator(end))
                {
                    break;
                }
            }

            items.Add(parse());
        }

        return items;
    }

    private Expression ParseItem() => ParseExpression();

    private KeyValuePair<Expression, Expression> ParsePair()
    {
        Expression key = ParseExpression();
        _tokens.ExpectOperator(":");
        return new(key, ParseExpression());
    }

    private Expression ParseTuple(bool withConditional = true, string? end = null, bool isInParentheses = false) =>
        ParseTuple(() => ParseExpression(withConditional), end, isInParentheses);

    // One expression, or several with commas between them; a comma at the end makes a tuple of one.
    private Expression ParseTuple(Func<Expression> parse, string? end, bool isInParentheses)
    {
        int line = _tokens.Current.Line;
        var items = new List<Expression>();
        bool isTuple = false;
        while (!IsTupleEnd(end))
        {
            items.Add(parse());
            if (!_tokens.SkipOperator(","))
            {
                break;
            }

            isTuple = true;
        }

        if (!isTuple && items.Count == 1)
        {
            return items[0];
        }

        return items.Count > 0 || isInParentheses
            ? new Expression.Tuple(line, items)
            : throw _tokens.Unexpected("an expression");
    }

    private bool IsTupleEnd(string? end)
    {
        Token token = _tokens.Current;
        return token.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd || token.IsOperator(")")
            || (end is not null && token.IsName(end));
    }

    private Expression ParseTarget(bool withNamespace)
    {
        Expression target = ParseTuple(() => ParsePrimary(withNamespace), "in", isInParentheses: false);
        CheckTarget(target);
        return target;
    }

    private static void CheckTarget(Expression target)
    {
        switch (target)
        {
            case Expression.Name or Expression.NamespaceAttribute:
                break;
            case Expression.Tuple tuple:
                foreach (Expression item in tuple.Items)
                {
                    CheckTarget(item);
                }

                break;
            default:
                throw Fail("Only a name can be assigned to", target.Line);
        }
    }
}
