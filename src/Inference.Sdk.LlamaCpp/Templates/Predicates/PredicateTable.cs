using System.Collections.Frozen;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Predicates;

/// <summary>The tests by name: all of Jinja's.</summary>
internal static class PredicateTable
{
    private static readonly FrozenDictionary<string, Predicate> Predicates = TypePredicates.All
        .Concat(ValuePredicates.All)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tells whether there is a test.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether there is.</returns>
    public static bool Contains(string name) => Predicates.ContainsKey(name);

    /// <summary>Applies a test.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="name">The test's name.</param>
    /// <param name="value">What is tested.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Whether it holds.</returns>
    /// <exception cref="TemplateException">There is no such test, or it fails.</exception>
    public static bool Apply(RenderState state, string name, JinjaValue value, CallArguments arguments)
    {
        state.ChargeReading(value, arguments);
        return Predicates.TryGetValue(name, out Predicate? predicate)
            ? predicate(state, value, arguments)
            : throw new TemplateException(TemplateErrorKind.Runtime, $"There is no test '{name}'");
    }
}
