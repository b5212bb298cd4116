using System.Collections.Frozen;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>The filters by name: Jinja's, without those that are for web pages or not the same each time (<c>pprint</c>,
/// <c>random</c>, <c>striptags</c>, <c>urlize</c>, <c>wordwrap</c>).</summary>
internal static class FilterTable
{
    private static readonly FrozenDictionary<string, Filter> Filters =
        new[]
        {
            TextFilters.All, NumberFilters.All, SequenceFilters.All, OrderFilters.All, SelectionFilters.All, ValueFilters.All,
        }
        .SelectMany(group => group)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tells whether there is a filter.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether there is.</returns>
    public static bool Contains(string name) => Filters.ContainsKey(name);

    /// <summary>Applies a filter.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="name">The filter's name.</param>
    /// <param name="value">What is filtered.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TemplateException">There is no such filter, or it fails.</exception>
    public static JinjaValue Apply(RenderState state, string name, JinjaValue value, CallArguments arguments)
    {
        state.ChargeReading(value, arguments);
        return Filters.TryGetValue(name, out Filter? filter)
            ? filter(state, value, arguments)
            : throw new TemplateException(TemplateErrorKind.Runtime, $"There is no filter '{name}'");
    }
}
