namespace Inference.Sdk.LlamaCpp.Templates;

/// <summary>A template cannot be parsed or rendered. Chat turns it into an error of the request or of the model.</summary>
internal sealed class TemplateException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="line">The line of the template, from 1; 0 where it is filled in later.</param>
    /// <param name="part">The source of that line.</param>
    /// <param name="innerException">The cause.</param>
    public TemplateException(
        TemplateErrorKind kind, string problem, int line = 0, string? part = null, Exception? innerException = null)
        : base(Describe(problem, line, part), innerException)
    {
        Kind = kind;
        Problem = problem;
        Line = line;
        Part = part;
    }

    /// <summary>Gets what kind of error it is.</summary>
    public TemplateErrorKind Kind { get; }

    /// <summary>Gets what is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>Gets the line of the template, from 1; 0 where it is not known.</summary>
    public int Line { get; }

    /// <summary>Gets the source of that line, shortened; <see langword="null"/> where it is not known.</summary>
    public string? Part { get; }

    private static string Describe(string problem, int line, string? part) => (line, part) switch
    {
        (0, _) => problem,
        (_, null) => $"{problem} (line {line} of the template)",
        _ => $"{problem} (line {line} of the template: {part})",
    };
}
