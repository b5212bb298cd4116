namespace Inference.Sdk.SemanticKernel;

/// <summary>Finds the features of a schema that properties of a host's type are named for.</summary>
/// <remarks>C# writes <c>YearBuilt</c>, JSON <c>yearBuilt</c> or <c>year_built</c>: names are compared without case,
/// underscores and hyphens, unless one is the same to the letter. Where several could be meant, none is.</remarks>
internal sealed class FeatureNames
{
    private readonly FeatureSchema _schema;
    private readonly Dictionary<string, FeatureDescriptor?> _loose = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ambiguous = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the names of both sides.</summary>
    /// <param name="schema">The features.</param>
    /// <param name="properties">The names of all properties.</param>
    internal FeatureNames(FeatureSchema schema, IReadOnlyList<string> properties)
    {
        _schema = schema;
        foreach (FeatureDescriptor feature in schema.Features)
        {
            string name = Simplify(feature.Name);
            _loose[name] = _loose.ContainsKey(name) ? null : feature;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _ambiguous.UnionWith(properties.Select(Simplify).Where(name => !seen.Add(name)));
    }

    /// <summary>Finds the feature of a property.</summary>
    /// <returns>The feature; <see langword="null"/> where there is none, or no saying which.</returns>
    internal FeatureDescriptor? Find(string property)
    {
        if (_schema.TryGet(property, out FeatureDescriptor? exact))
        {
            return exact;
        }

        string name = Simplify(property);
        return _ambiguous.Contains(name) ? null : _loose.GetValueOrDefault(name);
    }

    private static string Simplify(string name) =>
        string.Concat(name.Where(c => c is not ('_' or '-')));
}
