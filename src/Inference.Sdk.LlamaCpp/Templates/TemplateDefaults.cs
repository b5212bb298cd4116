namespace Inference.Sdk.LlamaCpp.Templates;

/// <summary>The limits a template runs under unless told otherwise. A template comes with a model file, so it is not
/// trusted: it may loop, build huge texts or nest without end.</summary>
internal static class TemplateDefaults
{
    /// <summary>Evaluation steps of one rendering. A conversation of a thousand messages takes well under a million.</summary>
    public const long MaxSteps = 10_000_000;

    /// <summary>Characters of the rendered text, and of any one text built on the way.</summary>
    public const int MaxTextLength = 16 * 1024 * 1024;

    /// <summary>Macros, loops and expressions inside each other while rendering.</summary>
    public const int MaxDepth = 200;

    /// <summary>Characters of a template's source.</summary>
    public const int MaxSourceLength = 1024 * 1024;

    /// <summary>Statements and expressions inside each other in the source.</summary>
    public const int MaxSyntaxDepth = 200;

    /// <summary>Characters of text that cost as much as one step.</summary>
    public const int CharactersPerStep = 16;

    /// <summary>Characters of two texts that are compared in the time that it takes to go over one.</summary>
    public const int CharactersPerComparison = 64;

    /// <summary>Characters of a name in a template's source.</summary>
    public const int MaxNameLength = 1000;

    /// <summary>Bits of a whole number; Python's have no limit.</summary>
    public const int MaxIntegerBits = 4096;

    /// <summary>Numbers of a <c>range</c>: the limit of Jinja's sandbox.</summary>
    public const int MaxRange = 100_000;
}
