using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <summary>Splits a template into tokens, with the whitespace rules that chat templates are written for:
/// <c>trim_blocks</c> (the first newline after a block or comment goes) and <c>lstrip_blocks</c> (the blanks before one
/// that begins its line go).</summary>
internal sealed partial class Lexer
{
    private readonly string _source;
    private readonly List<Token> _tokens = [];
    private int _position;
    private int _line = 1;
    private bool _lineStarting = true;

    private Lexer(string source) => _source = source;

    /// <summary>Splits a template.</summary>
    /// <param name="source">Its source, with newlines as line feeds.</param>
    /// <returns>The tokens, an <see cref="TokenKind.End"/> last.</returns>
    /// <exception cref="TemplateException">A tag, a text or a comment does not end, or holds an unknown character.</exception>
    public static IReadOnlyList<Token> Tokenize(string source)
    {
        var lexer = new Lexer(source);
        lexer.ReadAll();
        return lexer._tokens;
    }

    private void ReadAll()
    {
        while (_position < _source.Length)
        {
            int tag = FindTag(_position);
            if (tag < 0)
            {
                AddData(_source[_position..]);
                _position = _source.Length;
                break;
            }

            ReadTag(tag);
        }

        Add(TokenKind.End, string.Empty);
    }

    private void ReadTag(int tag)
    {
        char type = _source[tag + 1];
        char sign = tag + 2 < _source.Length && _source[tag + 2] is '-' or '+' ? _source[tag + 2] : '\0';
        string data = StripBefore(_source[_position..tag], sign, isVariable: type == '{');
        int inside = tag + (sign == '\0' ? 2 : 3);
        AddData(data);
        Advance(inside);
        if (type == '#')
        {
            SkipComment();
        }
        else if (type == '%' && TryReadWord("raw", out int afterRaw))
        {
            Advance(afterRaw);
            ReadRaw();
        }
        else
        {
            ReadInside(isBlock: type == '%');
        }
    }

    private int FindTag(int from)
    {
        for (int i = _source.IndexOf('{', from); i >= 0 && i + 1 < _source.Length; i = _source.IndexOf('{', i + 1))
        {
            if (_source[i + 1] is '{' or '%' or '#')
            {
                return i;
            }
        }

        return -1;
    }

    private string StripBefore(string data, char sign, bool isVariable)
    {
        if (sign == '-')
        {
            return PythonText.TrimEnd(data);
        }

        if (sign == '+' || isVariable)
        {
            return data;
        }

        int lineStart = data.LastIndexOf('\n') + 1;
        return (lineStart > 0 || _lineStarting) && PythonText.IsBlank(data.AsSpan(lineStart)) ? data[..lineStart] : data;
    }

    private void SkipComment()
    {
        int end = _source.IndexOf("#}", _position, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Fail("A comment has no end: '#}' is missing");
        }

        char before = end > _position ? _source[end - 1] : '\0';
        EndTag(end + 2, before, trimsNewline: true);
    }

    private void ReadRaw()
    {
        for (int tag = _source.IndexOf("{%", _position, StringComparison.Ordinal); tag >= 0;
            tag = _source.IndexOf("{%", tag + 2, StringComparison.Ordinal))
        {
            char sign = tag + 2 < _source.Length && _source[tag + 2] is '-' or '+' ? _source[tag + 2] : '\0';
            int at = SkipSpace(tag + (sign == '\0' ? 2 : 3));
            if (!_source.AsSpan(at).StartsWith("endraw", StringComparison.Ordinal))
            {
                continue;
            }

            at = SkipSpace(at + "endraw".Length);
            char closing = at < _source.Length && _source[at] is '-' or '+' ? _source[at] : '\0';
            at += closing == '\0' ? 0 : 1;
            if (!_source.AsSpan(at).StartsWith("%}", StringComparison.Ordinal))
            {
                continue;
            }

            AddData(StripBefore(_source[_position..tag], sign, isVariable: false));
            EndTag(at + 2, closing, trimsNewline: true);
            return;
        }

        throw Fail("A raw block has no end: '{% endraw %}' is missing");
    }

    // "{% raw %}", the only block whose body is not a template.
    private bool TryReadWord(string word, out int after)
    {
        after = 0;
        int at = SkipSpace(_position);
        if (!_source.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        at = SkipSpace(at + word.Length);
        bool strips = at < _source.Length && _source[at] == '-';
        at += strips ? 1 : 0;
        if (!_source.AsSpan(at).StartsWith("%}", StringComparison.Ordinal))
        {
            return false;
        }

        after = strips ? SkipSpace(at + 2) : at + 2;
        return true;
    }

    private void EndTag(int after, char sign, bool trimsNewline)
    {
        int next = sign switch
        {
            '-' => SkipSpace(after),
            '+' => after,
            _ => trimsNewline && after < _source.Length && _source[after] == '\n' ? after + 1 : after,
        };
        Advance(next);
        _lineStarting = _source[next - 1] == '\n';
    }

    private int SkipSpace(int at)
    {
        while (at < _source.Length && PythonText.IsSpace(_source[at]))
        {
            at++;
        }

        return at;
    }

    private void Advance(int to)
    {
        _line += _source.AsSpan(_position, to - _position).Count('\n');
        _position = to;
    }

    private void AddData(string text)
    {
        if (text.Length > 0)
        {
            Add(TokenKind.Data, text);
        }
    }

    private void Add(TokenKind kind, string text) => _tokens.Add(new Token(kind, text, _line));

    private TemplateException Fail(string problem) => new(TemplateErrorKind.Syntax, problem, _line);
}
