namespace Inference.Sdk.LlamaCpp.Templates.Syntax;

/// <summary>A statement of a template: one of the nested types.</summary>
/// <param name="Line">Its line, from 1.</param>
internal abstract record Statement(int Line)
{
    /// <summary>Text outside of any tag.</summary>
    internal sealed record Data(int Line, string Text) : Statement(Line);

    /// <summary><c>{{ value }}</c>.</summary>
    internal sealed record Output(int Line, Expression Value) : Statement(Line);

    /// <summary><c>{% if %}</c>; an <c>elif</c> is an if in the else.</summary>
    internal sealed record If(
        int Line, Expression Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement(Line);

    /// <summary><c>{% for %}</c>.</summary>
    internal sealed record For(
        int Line,
        Expression Target,
        Expression Sequence,
        Expression? Condition,
        bool IsRecursive,
        IReadOnlyList<Statement> Body,
        IReadOnlyList<Statement> Else) : Statement(Line);

    /// <summary><c>{% set a = b %}</c>.</summary>
    internal sealed record Set(int Line, Expression Target, Expression Value) : Statement(Line);

    /// <summary><c>{% set a %}...{% endset %}</c>.</summary>
    internal sealed record SetBlock(int Line, Expression Target, Expression? Filter, IReadOnlyList<Statement> Body)
        : Statement(Line);

    /// <summary><c>{% with a = b %}</c>.</summary>
    internal sealed record With(
        int Line, IReadOnlyList<KeyValuePair<Expression, Expression>> Variables, IReadOnlyList<Statement> Body)
        : Statement(Line);

    /// <summary><c>{% macro %}</c>.</summary>
    internal sealed record Macro(int Line, MacroSyntax Definition) : Statement(Line);

    /// <summary><c>{% call %}</c>.</summary>
    internal sealed record CallBlock(int Line, Expression.Call Call, MacroSyntax Caller) : Statement(Line);

    /// <summary><c>{% filter %}</c>.</summary>
    internal sealed record FilterBlock(int Line, Expression Filter, IReadOnlyList<Statement> Body) : Statement(Line);

    /// <summary>Statements with variables of their own: <c>{% generation %}</c>, <c>{% block %}</c>,
    /// <c>{% autoescape false %}</c>.</summary>
    internal sealed record Group(int Line, IReadOnlyList<Statement> Body) : Statement(Line);

    /// <summary><c>{% break %}</c>.</summary>
    internal sealed record Break(int Line) : Statement(Line);

    /// <summary><c>{% continue %}</c>.</summary>
    internal sealed record Continue(int Line) : Statement(Line);

    /// <summary><c>{% include %}</c> and its like, which fail when they are reached: there are no other templates.</summary>
    internal sealed record Unavailable(int Line, string Tag) : Statement(Line);
}
