using Inference.Sdk.LlamaCpp.Templates;
using Inference.Sdk.LlamaCpp.Templates.Values;
using Inference.Sdk.LlamaCpp.Tools;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>A model's chat template, compiled once. Immutable, safe for concurrent use.</summary>
internal sealed class ChatTemplate
{
    private readonly JinjaTemplate _template;
    private readonly string _source;

    private ChatTemplate(JinjaTemplate template, string source, bool isFallback)
    {
        _template = template;
        _source = source;
        IsFallback = isFallback;
        ToolCalls = ToolCallFormats.Detect(source);
        Reasoning = ReasoningTags.Detect(source);
    }

    /// <summary>Gets whether the model brings no template and ChatML stands in.</summary>
    public bool IsFallback { get; }

    /// <summary>Gets how the model writes calls of tools; <see langword="null"/> where that is not known.</summary>
    public IToolCallFormat? ToolCalls { get; }

    /// <summary>Gets what the model writes around its reasoning; <see langword="null"/> where that is not known.</summary>
    public ReasoningTags? Reasoning { get; }

    /// <summary>Compiles a template.</summary>
    /// <param name="source">The source from the model's file, or <see langword="null"/> where it has none.</param>
    /// <param name="path">The model's file, for errors.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ModelLoadException">The source is not a template.</exception>
    public static ChatTemplate Create(string? source, string? path)
    {
        bool isFallback = string.IsNullOrWhiteSpace(source);
        source = isFallback ? ChatMlTemplate.Source : source!;
        try
        {
            return new ChatTemplate(JinjaTemplate.Parse(source), source, isFallback);
        }
        catch (TemplateException error)
        {
            throw new ModelLoadException(
                ModelLoadError.Unsupported,
                path,
                $"The chat template of the model (tokenizer.chat_template) cannot be compiled: {error.Message}. "
                + $"Give another with {nameof(GgufOptions)}.{nameof(GgufOptions.ChatTemplatePath)}, or use a file with another.",
                error);
        }
    }

    /// <summary>Reads and compiles a template that takes the place of the model's.</summary>
    /// <param name="path">The template's file, in UTF-8.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ModelLoadException">The file cannot be read, or is not a template.</exception>
    public static ChatTemplate Read(string path)
    {
        string source = ChatTemplateFile.Read(path);
        try
        {
            return new ChatTemplate(JinjaTemplate.Parse(source), source, isFallback: false);
        }
        catch (TemplateException error)
        {
            throw new ModelLoadException(
                ModelLoadError.Unsupported,
                path,
                $"The chat template {path} cannot be compiled: {error.Message}. Correct it.",
                error);
        }
    }

    /// <summary>Tells whether the template speaks of a word, such as a variable it may be given.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Whether it does.</returns>
    public bool Mentions(string word) => _source.Contains(word, StringComparison.Ordinal);

    /// <summary>Renders a conversation.</summary>
    /// <param name="context">What the template is given.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellationToken">Gives up rendering.</param>
    /// <returns>The prompt.</returns>
    /// <exception cref="InvalidRequestException">The template refuses the conversation, or cannot render it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public string Render(MappingValue context, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            return _template.Render(context, clock, cancellationToken);
        }
        catch (TemplateException error)
        {
            string problem = error.Kind == TemplateErrorKind.Raised
                ? $"The model's chat template refuses the conversation: {error.Problem}"
                : $"The model's chat template cannot render the conversation: {error.Message}";
            throw new InvalidRequestException(
                $"{problem}. Change the messages or the tools to what this model takes.", "messages", innerException: error);
        }
    }
}
