using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Syntax;

/// <summary>An expression of a template: one of the nested types.</summary>
/// <param name="Line">Its line, from 1.</param>
internal abstract record Expression(int Line)
{
    /// <summary>A literal.</summary>
    internal sealed record Constant(int Line, JinjaValue Value) : Expression(Line);

    /// <summary>A variable.</summary>
    internal sealed record Name(int Line, string Identifier) : Expression(Line);

    /// <summary>An attribute of a namespace, as the target of an assignment: <c>ns.found</c>.</summary>
    internal sealed record NamespaceAttribute(int Line, string Identifier, string AttributeName) : Expression(Line);

    /// <summary>A tuple: <c>a, b</c>.</summary>
    internal sealed record Tuple(int Line, IReadOnlyList<Expression> Items) : Expression(Line);

    /// <summary>A list: <c>[a, b]</c>.</summary>
    internal sealed record List(int Line, IReadOnlyList<Expression> Items) : Expression(Line);

    /// <summary>A mapping: <c>{a: b}</c>.</summary>
    internal sealed record Dictionary(int Line, IReadOnlyList<KeyValuePair<Expression, Expression>> Items)
        : Expression(Line);

    /// <summary>A sign: <c>-a</c>.</summary>
    internal sealed record Sign(int Line, bool IsNegative, Expression Operand) : Expression(Line);

    /// <summary><c>not a</c>.</summary>
    internal sealed record Not(int Line, Expression Operand) : Expression(Line);

    /// <summary><c>a and b</c>.</summary>
    internal sealed record And(int Line, Expression Left, Expression Right) : Expression(Line);

    /// <summary><c>a or b</c>.</summary>
    internal sealed record Or(int Line, Expression Left, Expression Right) : Expression(Line);

    /// <summary>Arithmetic: <c>a + b</c>.</summary>
    internal sealed record Binary(int Line, BinaryOperator Operator, Expression Left, Expression Right)
        : Expression(Line);

    /// <summary>Texts put together: <c>a ~ b</c>.</summary>
    internal sealed record Concatenation(int Line, IReadOnlyList<Expression> Items) : Expression(Line);

    /// <summary>Comparisons in a chain: <c>a &lt; b &lt;= c</c>.</summary>
    internal sealed record Comparison(
        int Line, Expression First, IReadOnlyList<KeyValuePair<ComparisonOperator, Expression>> Rest) : Expression(Line);

    /// <summary><c>a if b else c</c>.</summary>
    internal sealed record Conditional(int Line, Expression Condition, Expression Then, Expression? Else)
        : Expression(Line);

    /// <summary><c>a.b</c>.</summary>
    internal sealed record Attribute(int Line, Expression Target, StringValue AttributeName) : Expression(Line);

    /// <summary><c>a[b]</c>.</summary>
    internal sealed record Item(int Line, Expression Target, Expression Index) : Expression(Line);

    /// <summary><c>a:b:c</c> between brackets.</summary>
    internal sealed record Slice(int Line, Expression? Start, Expression? Stop, Expression? Step) : Expression(Line);

    /// <summary><c>a(b)</c>.</summary>
    internal sealed record Call(int Line, Expression Target, CallSyntax Arguments) : Expression(Line);

    /// <summary><c>a | b</c>; the target is what a filter block rendered where it is <see langword="null"/>.</summary>
    internal sealed record Filter(int Line, Expression? Target, string FilterName, CallSyntax Arguments)
        : Expression(Line);

    /// <summary><c>a is b</c>.</summary>
    internal sealed record Test(int Line, Expression Target, string TestName, CallSyntax Arguments) : Expression(Line);
}
