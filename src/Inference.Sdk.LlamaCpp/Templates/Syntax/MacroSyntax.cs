namespace Inference.Sdk.LlamaCpp.Templates.Syntax;

/// <summary>A macro, or the body of a call block, as written.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Defaults">The values of the last parameters where a call leaves them out.</param>
/// <param name="Body">What it renders.</param>
/// <param name="UsesCaller">Whether its body speaks of <c>caller</c>, so that a call block may call it.</param>
/// <param name="UsesSpread">Whether it takes more positional arguments: its body speaks of <c>varargs</c>.</param>
/// <param name="UsesNamedSpread">Whether it takes more named arguments: its body speaks of <c>kwargs</c>.</param>
internal sealed record MacroSyntax(
    int Line,
    string Name,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<Expression> Defaults,
    IReadOnlyList<Statement> Body,
    bool UsesCaller,
    bool UsesSpread,
    bool UsesNamedSpread);
