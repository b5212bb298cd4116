namespace Inference.Sdk.LlamaCpp.Templates.Syntax;

/// <summary>The arguments of a call, a filter or a test, as written.</summary>
/// <param name="Positional">Those without a name.</param>
/// <param name="Named">Those with a name.</param>
/// <param name="Spread">What is spread over the positional ones (<c>*list</c>).</param>
/// <param name="NamedSpread">What is spread over the named ones (<c>**mapping</c>).</param>
internal sealed record CallSyntax(
    IReadOnlyList<Expression> Positional,
    IReadOnlyList<KeyValuePair<string, Expression>> Named,
    Expression? Spread = null,
    Expression? NamedSpread = null)
{
    /// <summary>No arguments.</summary>
    public static readonly CallSyntax None = new([], []);
}
