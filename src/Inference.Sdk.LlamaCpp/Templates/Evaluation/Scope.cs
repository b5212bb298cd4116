using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>Variables, and those of the scope around.</summary>
/// <param name="outer">The scope around, or <see langword="null"/> for the outermost.</param>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, JinjaValue> _variables = new(StringComparer.Ordinal);

    /// <summary>Finds a variable here or around.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value, or <see langword="null"/> where there is none.</returns>
    public JinjaValue? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._variables.TryGetValue(name, out JinjaValue? value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Sets a variable here.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Set(string name, JinjaValue value) => _variables[name] = value;

    private Scope? Outer => outer;
}
