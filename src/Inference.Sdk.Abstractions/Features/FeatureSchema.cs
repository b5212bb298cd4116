using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inference.Sdk;

/// <summary>The columns of a model's input, in the model's order. Immutable.</summary>
public sealed class FeatureSchema
{
    private readonly FrozenDictionary<string, int> _indices;

    /// <summary>Makes a schema.</summary>
    /// <param name="features">The columns, in the model's order.</param>
    /// <exception cref="ArgumentException">Two columns have one name, a name is empty, or a category feature has no
    /// categories, or two equal ones.</exception>
    public FeatureSchema(IEnumerable<FeatureDescriptor> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        FeatureDescriptor[] all = [.. features];
        var indices = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            FeatureDescriptor feature = all[i];
            if (string.IsNullOrEmpty(feature.Name))
            {
                throw new ArgumentException($"Feature {i} has no name.", nameof(features));
            }

            if (!indices.TryAdd(feature.Name, i))
            {
                throw new ArgumentException(
                    $"Features {indices[feature.Name]} and {i} are both named '{feature.Name}'.", nameof(features));
            }

            bool categories = feature.Categories.Count > 0;
            if (categories != (feature.Type == FeatureType.Category))
            {
                throw new ArgumentException(
                    categories
                        ? $"Feature '{feature.Name}' lists categories but its type is {feature.Type}."
                        : $"Feature '{feature.Name}' is a category but lists none.",
                    nameof(features));
            }

            if (feature.Categories.Distinct(StringComparer.Ordinal).Count() != feature.Categories.Count)
            {
                throw new ArgumentException($"Feature '{feature.Name}' lists a category twice.", nameof(features));
            }
        }

        Features = Array.AsReadOnly(all);
        _indices = indices.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gets the columns, in the model's order.</summary>
    public IReadOnlyList<FeatureDescriptor> Features { get; }

    /// <summary>Gets the number of columns.</summary>
    public int Count => Features.Count;

    /// <summary>Finds a column by name.</summary>
    /// <param name="name">The name; compared ordinally.</param>
    /// <returns>The column's position, or -1 where there is none of that name.</returns>
    public int IndexOf(string name) => _indices.TryGetValue(name, out int index) ? index : -1;

    /// <summary>Finds a column by name.</summary>
    /// <param name="name">The name; compared ordinally.</param>
    /// <param name="feature">The column.</param>
    /// <returns>Whether there is one of that name.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out FeatureDescriptor? feature)
    {
        int index = IndexOf(name);
        feature = index < 0 ? null : Features[index];
        return feature is not null;
    }
}
