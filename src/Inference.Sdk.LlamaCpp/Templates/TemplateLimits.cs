namespace Inference.Sdk.LlamaCpp.Templates;

/// <summary>What a template may use. Immutable.</summary>
internal sealed record TemplateLimits
{
    /// <summary>The default limits.</summary>
    public static readonly TemplateLimits Default = new();

    /// <summary>Gets the most evaluation steps of one rendering.</summary>
    public long MaxSteps { get; init; } = TemplateDefaults.MaxSteps;

    /// <summary>Gets the most characters of the rendered text, and of any one text built on the way.</summary>
    public int MaxTextLength { get; init; } = TemplateDefaults.MaxTextLength;

    /// <summary>Gets how many macros, loops and expressions may be inside each other while rendering.</summary>
    public int MaxDepth { get; init; } = TemplateDefaults.MaxDepth;

    /// <summary>Gets the most characters of a template's source.</summary>
    public int MaxSourceLength { get; init; } = TemplateDefaults.MaxSourceLength;

    /// <summary>Gets how many statements and expressions may be inside each other in the source.</summary>
    public int MaxSyntaxDepth { get; init; } = TemplateDefaults.MaxSyntaxDepth;
}
