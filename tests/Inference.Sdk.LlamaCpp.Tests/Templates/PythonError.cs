using Inference.Sdk.LlamaCpp.Templates;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

/// <summary>Maps the errors of Python and Jinja to kinds.</summary>
internal static class PythonError
{
    /// <summary>Gets the kind of an error.</summary>
    /// <param name="error">The error, as <c>Type: message</c>.</param>
    /// <returns>The kind.</returns>
    public static TemplateErrorKind KindOf(string error) => error.Split(':')[0] switch
    {
        "TemplateError" => TemplateErrorKind.Raised,
        "UndefinedError" => TemplateErrorKind.Undefined,
        "TypeError" or "AttributeError" => TemplateErrorKind.Type,
        "ValueError" or "KeyError" or "IndexError" or "AssertionError" => TemplateErrorKind.Value,
        "SecurityError" => TemplateErrorKind.Security,
        "SyntaxError" or "TemplateSyntaxError" or "TemplateAssertionError" => TemplateErrorKind.Syntax,
        "TemplateRuntimeError" or "FilterArgumentError" => TemplateErrorKind.Runtime,
        "OverflowError" or "ZeroDivisionError" => TemplateErrorKind.Arithmetic,
        string other => throw new ArgumentException($"There is no kind for {other}.", nameof(error)),
    };
}
