namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <summary>Reads tokens one after the other.</summary>
internal sealed class TokenStream(IReadOnlyList<Token> tokens)
{
    private int _index;

    /// <summary>Gets the token that is next.</summary>
    public Token Current => tokens[_index];

    /// <summary>Gets the token after the next.</summary>
    public Token Following => tokens[Math.Min(_index + 1, tokens.Count - 1)];

    /// <summary>Takes the next token.</summary>
    /// <returns>The token.</returns>
    public Token Take()
    {
        Token token = tokens[_index];
        _index = Math.Min(_index + 1, tokens.Count - 1);
        return token;
    }

    /// <summary>Takes the next token if it is this operator.</summary>
    /// <param name="text">The operator.</param>
    /// <returns>Whether it was.</returns>
    public bool SkipOperator(string text) => Skip(Current.IsOperator(text));

    /// <summary>Takes the next token if it is this name.</summary>
    /// <param name="text">The name.</param>
    /// <returns>Whether it was.</returns>
    public bool SkipName(string text) => Skip(Current.IsName(text));

    /// <summary>Takes the next token, which must be of this kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="expected">What is expected, for an error.</param>
    /// <returns>The token.</returns>
    /// <exception cref="TemplateException">It is of another kind.</exception>
    public Token Expect(TokenKind kind, string expected) => Current.Kind == kind ? Take() : throw Unexpected(expected);

    /// <summary>Takes the next token, which must be this operator.</summary>
    /// <param name="text">The operator.</param>
    /// <exception cref="TemplateException">It is another token.</exception>
    public void ExpectOperator(string text)
    {
        if (!SkipOperator(text))
        {
            throw Unexpected($"'{text}'");
        }
    }

    /// <summary>Makes an error about the next token.</summary>
    /// <param name="expected">What is expected instead.</param>
    /// <returns>The error.</returns>
    public TemplateException Unexpected(string expected) => new(
        TemplateErrorKind.Syntax, $"Expected {expected} and found {Current.Describe()}", Current.Line);

    private bool Skip(bool matches)
    {
        if (matches)
        {
            Take();
        }

        return matches;
    }
}
