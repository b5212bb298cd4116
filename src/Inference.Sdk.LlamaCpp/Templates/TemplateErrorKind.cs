namespace Inference.Sdk.LlamaCpp.Templates;

/// <summary>What kind of error a template ran into; named after what Jinja or Python would raise.</summary>
internal enum TemplateErrorKind
{
    /// <summary>The source is not a template (<c>TemplateSyntaxError</c>).</summary>
    Syntax,

    /// <summary>The template refuses its input: it called <c>raise_exception</c> (<c>TemplateError</c>).</summary>
    Raised,

    /// <summary>An undefined value was used (<c>UndefinedError</c>).</summary>
    Undefined,

    /// <summary>A value has the wrong type (<c>TypeError</c>).</summary>
    Type,

    /// <summary>A value has the right type and no meaning (<c>ValueError</c>, <c>KeyError</c>, <c>IndexError</c>).</summary>
    Value,

    /// <summary>A number is too large, or is divided by zero (<c>OverflowError</c>, <c>ZeroDivisionError</c>).</summary>
    Arithmetic,

    /// <summary>The sandbox forbids it (<c>SecurityError</c>).</summary>
    Security,

    /// <summary>Another error of the template's own making (<c>TemplateRuntimeError</c>, <c>FilterArgumentError</c>).</summary>
    Runtime,

    /// <summary>A limit of <see cref="TemplateLimits"/> is exceeded.</summary>
    Limit,
}
