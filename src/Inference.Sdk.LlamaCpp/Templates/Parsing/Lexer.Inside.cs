using System.Globalization;
using System.Text;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <content>The inside of a tag: names, literals and operators.</content>
internal sealed partial class Lexer
{
    private static readonly string[] TwoCharacterOperators = ["//", "**", "==", "!=", ">=", "<="];

    private void ReadInside(bool isBlock)
    {
        Add(isBlock ? TokenKind.BlockBegin : TokenKind.VariableBegin, string.Empty);
        string end = isBlock ? "%}" : "}}";
        var brackets = new Stack<char>();
        while (true)
        {
            if (_position >= _source.Length)
            {
                throw Fail($"A tag has no end: '{end}' is missing");
            }

            // Inside brackets "}}" closes two of them.
            if (brackets.Count == 0 && TryEndInside(isBlock, end))
            {
                return;
            }

            ReadToken(brackets);
        }
    }

    private bool TryEndInside(bool isBlock, string end)
    {
        ReadOnlySpan<char> rest = _source.AsSpan(_position);
        char sign = rest[0] == '-' || (isBlock && rest[0] == '+') ? rest[0] : '\0';
        if (!rest[(sign == '\0' ? 0 : 1)..].StartsWith(end, StringComparison.Ordinal))
        {
            return false;
        }

        Add(isBlock ? TokenKind.BlockEnd : TokenKind.VariableEnd, string.Empty);
        EndTag(_position + (sign == '\0' ? 2 : 3), sign, trimsNewline: isBlock);
        return true;
    }

    private void ReadToken(Stack<char> brackets)
    {
        char c = _source[_position];
        if (Values.PythonText.IsSpace(c))
        {
            Advance(SkipSpace(_position));
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (c == '_' || char.IsLetter(c))
        {
            int at = _position + 1;
            while (at < _source.Length && (_source[at] == '_' || char.IsLetterOrDigit(_source[at])))
            {
                at++;
            }

            // Each use of a name costs a step, however long it is.
            if (at - _position > TemplateDefaults.MaxNameLength)
            {
                throw new TemplateException(
                    TemplateErrorKind.Limit, $"A name has more than {TemplateDefaults.MaxNameLength} characters", _line);
            }

            Add(TokenKind.Name, _source[_position..at]);
            Advance(at);
        }
        else if (c is '"' or '\'')
        {
            ReadText(c);
        }
        else
        {
            ReadOperator(c, brackets);
        }
    }

    private void ReadText(char quote)
    {
        int at = _position + 1;
        while (at < _source.Length && _source[at] != quote)
        {
            at += _source[at] == '\\' ? 2 : 1;
        }

        if (at >= _source.Length)
        {
            throw Fail("A text has no end: its closing quote is missing");
        }

        Add(TokenKind.Text, TextLiteral.Unescape(_source.AsSpan(_position + 1, at - _position - 1), _line));
        Advance(at + 1);
    }

    private void ReadNumber()
    {
        int at = _position;
        if (_source[at] == '0' && at + 1 < _source.Length && char.ToLowerInvariant(_source[at + 1]) is 'x' or 'o' or 'b')
        {
            at += 2;
            while (at < _source.Length && (char.IsAsciiHexDigit(_source[at]) || _source[at] == '_'))
            {
                at++;
            }

            AddNumber(TokenKind.Integer, at);
            return;
        }

        at = SkipDigits(at);
        TokenKind kind = TokenKind.Integer;
        bool afterDot = _position > 0 && _source[_position - 1] == '.';
        if (!afterDot && at + 1 < _source.Length && _source[at] == '.' && char.IsAsciiDigit(_source[at + 1]))
        {
            kind = TokenKind.Float;
            at = SkipDigits(at + 1);
        }

        if (!afterDot && at < _source.Length && _source[at] is 'e' or 'E')
        {
            int exponent = at + 1 < _source.Length && _source[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (exponent < _source.Length && char.IsAsciiDigit(_source[exponent]))
            {
                kind = TokenKind.Float;
                at = SkipDigits(exponent);
            }
        }

        AddNumber(kind, at);
    }

    private void AddNumber(TokenKind kind, int end)
    {
        var text = new StringBuilder(_source, _position, end - _position, end - _position).Replace("_", string.Empty);
        Add(kind, text.ToString().ToLower(CultureInfo.InvariantCulture));
        Advance(end);
    }

    private int SkipDigits(int at)
    {
        while (at < _source.Length && (char.IsAsciiDigit(_source[at])
            || (_source[at] == '_' && at + 1 < _source.Length && char.IsAsciiDigit(_source[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private void ReadOperator(char c, Stack<char> brackets)
    {
        foreach (string two in TwoCharacterOperators)
        {
            if (_source.AsSpan(_position).StartsWith(two, StringComparison.Ordinal))
            {
                Add(TokenKind.Operator, two);
                Advance(_position + 2);
                return;
            }
        }

        if (!"+-*/%~[](){}><=.:|,;".Contains(c, StringComparison.Ordinal))
        {
            throw Fail($"Unexpected character '{c}'");
        }

        if (c is '(' or '[' or '{')
        {
            brackets.Push(c switch { '(' => ')', '[' => ']', _ => '}' });
        }
        else if (c is ')' or ']' or '}' && (!brackets.TryPop(out char expected) || expected != c))
        {
            throw Fail($"Unexpected '{c}'");
        }

        Add(TokenKind.Operator, c.ToString());
        Advance(_position + 1);
    }
}
