namespace Inference.Sdk.LlamaCpp.Templates.Syntax;

/// <summary>An operator of arithmetic.</summary>
internal enum BinaryOperator
{
    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>//</c>.</summary>
    FloorDivide,

    /// <summary><c>%</c>: the remainder, or the formatting of a text.</summary>
    Modulo,

    /// <summary><c>**</c>.</summary>
    Power,
}
