namespace Inference.Sdk.LlamaCpp.Templates.Parsing;

/// <summary>A token of a template.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text: of a name, literal, operator or data.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line)
{
    /// <summary>Tells whether it is an operator.</summary>
    /// <param name="text">The operator.</param>
    /// <returns>Whether it is.</returns>
    public bool IsOperator(string text) => Kind == TokenKind.Operator && Text == text;

    /// <summary>Tells whether it is a name.</summary>
    /// <param name="text">The name.</param>
    /// <returns>Whether it is.</returns>
    public bool IsName(string text) => Kind == TokenKind.Name && Text == text;

    /// <summary>Says what it is, for an error.</summary>
    /// <returns>The description.</returns>
    public string Describe() => Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.Data => "text",
        TokenKind.VariableEnd => "'}}'",
        TokenKind.BlockEnd => "'%}'",
        TokenKind.VariableBegin => "'{{'",
        TokenKind.BlockBegin => "'{%'",
        _ => $"'{Text}'",
    };
}
