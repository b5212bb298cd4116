using System.Collections.Frozen;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Methods;

/// <summary>The methods of texts: Python's, without <c>encode</c>, <c>maketrans</c> and <c>translate</c>.</summary>
internal static class StringMethods
{
    private static readonly FrozenDictionary<string, StringMethod> Methods =
        new[] { StringShape.All, StringSearch.All, StringSplit.All, StringChecks.All }
            .SelectMany(group => group)
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds a method.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The method's name.</param>
    /// <returns>The method, or <see langword="null"/> where there is none.</returns>
    public static JinjaValue? Find(StringValue text, string name) =>
        Methods.TryGetValue(name, out StringMethod? method)
            ? new FunctionValue(name, (state, arguments) =>
            {
                state.ChargeReading(text, arguments);
                return method(state, text, arguments);
            })
            : null;
}
