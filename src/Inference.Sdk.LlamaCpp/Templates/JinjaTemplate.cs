using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Parsing;
using Inference.Sdk.LlamaCpp.Templates.Syntax;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates;

/// <summary>A chat template, parsed once. Renders as Hugging Face's transformers do: Jinja in its immutable sandbox, with
/// <c>trim_blocks</c>, <c>lstrip_blocks</c>, <c>break</c> and <c>continue</c>, <c>raise_exception</c>,
/// <c>strftime_now</c>, and a <c>tojson</c> that does not escape HTML. Immutable, safe for concurrent use.</summary>
internal sealed class JinjaTemplate
{
    private const int MaxPartLength = 80;

    private readonly IReadOnlyList<Statement> _statements;
    private readonly string[] _lines;
    private readonly TemplateLimits _limits;

    private JinjaTemplate(IReadOnlyList<Statement> statements, string[] lines, TemplateLimits limits)
    {
        _statements = statements;
        _lines = lines;
        _limits = limits;
    }

    /// <summary>Parses a template.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="limits">What it may use; the defaults where <see langword="null"/>.</param>
    /// <returns>The template.</returns>
    /// <exception cref="TemplateException">The source is not a template, or is too large.</exception>
    public static JinjaTemplate Parse(string source, TemplateLimits? limits = null)
    {
        limits ??= TemplateLimits.Default;
        if (source.Length > limits.MaxSourceLength)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"The template has more than {limits.MaxSourceLength} characters");
        }

        string normalized = source.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        normalized = normalized.EndsWith('\n') ? normalized[..^1] : normalized;
        string[] lines = normalized.Split('\n');
        try
        {
            return new JinjaTemplate(Parser.Parse(normalized, limits.MaxSyntaxDepth), lines, limits);
        }
        catch (TemplateException error)
        {
            throw Locate(error, error.Line, lines);
        }
        catch (InsufficientExecutionStackException error)
        {
            throw TooDeep(error, 0);
        }
    }

    /// <summary>Renders the template.</summary>
    /// <param name="context">The variables that it is given.</param>
    /// <param name="clock">What time it is, for <c>strftime_now</c>.</param>
    /// <param name="cancellationToken">Gives up rendering.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateException">It cannot be rendered: it refuses its input, fails, or exceeds a limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public string Render(MappingValue context, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var state = new RenderState(_limits, clock, cancellationToken);
        try
        {
            return new Evaluator(state).Render(_statements, context);
        }
        catch (TemplateException error)
        {
            throw Locate(error, state.Line, _lines);
        }
        catch (InsufficientExecutionStackException error)
        {
            throw TooDeep(error, state.Line);
        }
    }

    private static TemplateException Locate(TemplateException error, int line, string[] lines)
    {
        string? part = line > 0 && line <= lines.Length ? lines[line - 1].Trim() : null;
        part = part?.Length > MaxPartLength ? string.Concat(part.AsSpan(0, MaxPartLength), "...") : part;
        return new TemplateException(error.Kind, error.Problem, line, part, error.InnerException);
    }

    private static TemplateException TooDeep(InsufficientExecutionStackException error, int line) => new(
        TemplateErrorKind.Limit, "The template or its values nest too deep for the stack", line, null, error);
}
