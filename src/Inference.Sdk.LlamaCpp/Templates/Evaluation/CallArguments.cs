using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>The arguments of a call, a filter or a test. Immutable.</summary>
/// <param name="positional">Those without a name.</param>
/// <param name="named">Those with a name.</param>
internal sealed class CallArguments(
    IReadOnlyList<JinjaValue> positional, IReadOnlyList<KeyValuePair<string, JinjaValue>> named)
{
    /// <summary>No arguments.</summary>
    public static readonly CallArguments None = new([], []);

    /// <summary>Gets those without a name.</summary>
    public IReadOnlyList<JinjaValue> Positional { get; } = positional;

    /// <summary>Gets those with a name.</summary>
    public IReadOnlyList<KeyValuePair<string, JinjaValue>> Named { get; } = named;

    /// <summary>Gives each parameter its argument.</summary>
    /// <param name="function">The function's name, for errors.</param>
    /// <param name="parameters">The parameters' names, in order.</param>
    /// <returns>An argument, or <see langword="null"/>, for each parameter.</returns>
    /// <exception cref="TemplateException">There are too many, one is given twice or is not known.</exception>
    public JinjaValue?[] Bind(string function, params ReadOnlySpan<string> parameters)
    {
        if (Positional.Count > parameters.Length)
        {
            throw Fail($"{function}() takes at most {parameters.Length} arguments and gets {Positional.Count}");
        }

        var bound = new JinjaValue?[parameters.Length];
        for (int i = 0; i < Positional.Count; i++)
        {
            bound[i] = Positional[i];
        }

        foreach ((string name, JinjaValue value) in Named)
        {
            int index = parameters.IndexOf(name);
            if (index < 0)
            {
                throw Fail($"{function}() has no argument '{name}'");
            }

            if (bound[index] is not null)
            {
                throw Fail($"{function}() gets its argument '{name}' twice");
            }

            bound[index] = value;
        }

        return bound;
    }

    /// <summary>Gives each parameter its argument, the first ones being required.</summary>
    /// <param name="function">The function's name, for errors.</param>
    /// <param name="required">How many are required.</param>
    /// <param name="parameters">The parameters' names, in order.</param>
    /// <returns>An argument, or <see langword="null"/>, for each parameter.</returns>
    /// <exception cref="TemplateException">One is missing, too much, given twice or not known.</exception>
    public JinjaValue?[] BindRequired(string function, int required, params ReadOnlySpan<string> parameters)
    {
        JinjaValue?[] bound = Bind(function, parameters);
        for (int i = 0; i < required; i++)
        {
            if (bound[i] is null)
            {
                throw Fail($"{function}() needs its argument '{parameters[i]}'");
            }
        }

        return bound;
    }

    private static TemplateException Fail(string problem) => new(TemplateErrorKind.Type, problem);
}
