using Inference.Sdk.LlamaCpp.Templates.Filters;
using Inference.Sdk.LlamaCpp.Templates.Predicates;
using Inference.Sdk.LlamaCpp.Templates.Syntax;

namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <summary>Parses the tokens of a template into statements; the grammar is Jinja's, with <c>break</c>, <c>continue</c>
/// and <c>generation</c>.</summary>
internal sealed partial class Parser
{
    private readonly TokenStream _tokens;
    private readonly int _maxDepth;

    // Names that each macro around the current place speaks of, innermost last.
    private readonly Stack<HashSet<string>> _macroNames = new();

    // Filters and tests that do not exist. Those within an "if" may be there for other engines: they fail when reached.
    private readonly List<TemplateException> _unknown = [];
    private int _depth;
    private int _loops;

    private Parser(TokenStream tokens, int maxDepth)
    {
        _tokens = tokens;
        _maxDepth = maxDepth;
    }

    /// <summary>Parses a template.</summary>
    /// <param name="source">Its source, with newlines as line feeds.</param>
    /// <param name="maxDepth">How many statements and expressions may be inside each other.</param>
    /// <returns>The statements.</returns>
    /// <exception cref="TemplateException">The source is not a template.</exception>
    public static IReadOnlyList<Statement> Parse(string source, int maxDepth)
    {
        var parser = new Parser(new TokenStream(Lexer.Tokenize(source)), maxDepth);
        IReadOnlyList<Statement> statements = parser.ParseBody([]);
        return parser._unknown.Count > 0 ? throw parser._unknown[0] : statements;
    }

    private List<Statement> ParseBody(ReadOnlySpan<string> ends)
    {
        using Nesting nesting = Enter();
        var body = new List<Statement>();
        while (true)
        {
            Token token = _tokens.Current;
            switch (token.Kind)
            {
                case TokenKind.Data:
                    body.Add(new Statement.Data(token.Line, _tokens.Take().Text));
                    break;
                case TokenKind.VariableBegin:
                    _tokens.Take();
                    body.Add(new Statement.Output(token.Line, ParseTuple()));
                    _tokens.Expect(TokenKind.VariableEnd, "'}}'");
                    break;
                case TokenKind.BlockBegin:
                    _tokens.Take();
                    if (ends.Contains(_tokens.Current.Text) && _tokens.Current.Kind == TokenKind.Name)
                    {
                        return body;
                    }

                    body.Add(ParseStatement());
                    _tokens.Expect(TokenKind.BlockEnd, "'%}'");
                    break;
                default:
                    return ends.IsEmpty
                        ? body
                        : throw _tokens.Unexpected($"'{{% {string.Join(" %}' or '{% ", ends.ToArray())} %}}'");
            }
        }
    }

    // The body of a block up to one of its ends, which is taken.
    private List<Statement> ParseUntil(out string end, params ReadOnlySpan<string> ends)
    {
        _tokens.SkipOperator(":");
        _tokens.Expect(TokenKind.BlockEnd, "'%}'");
        List<Statement> body = ParseBody(ends);
        end = _tokens.Take().Text;
        return body;
    }

    private List<Statement> ParseUntil(string end) => ParseUntil(out _, end);

    private static TemplateException Fail(string problem, int line) => new(TemplateErrorKind.Syntax, problem, line);

    private Nesting Enter()
    {
        if (++_depth > _maxDepth)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"More than {_maxDepth} levels are inside each other", _tokens.Current.Line);
        }

        return new Nesting(this);
    }

    private void CheckFilter(string name, int line)
    {
        if (!FilterTable.Contains(name))
        {
            _unknown.Add(Fail($"There is no filter '{name}'", line));
        }
    }

    private void CheckTest(string name, int line)
    {
        if (!PredicateTable.Contains(name))
        {
            _unknown.Add(Fail($"There is no test '{name}'", line));
        }
    }

    private void ForgetUnknown(int from) => _unknown.RemoveRange(from, _unknown.Count - from);

    private readonly ref struct Nesting(Parser parser)
    {
        public void Dispose() => parser._depth--;
    }
}
