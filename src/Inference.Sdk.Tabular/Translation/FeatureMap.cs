namespace Inference.Sdk.Tabular;

/// <summary>Says how the features of a model are read from a <typeparamref name="TInput"/>: by name, in any
/// order.</summary>
/// <typeparam name="TInput">The input type, such as a record of the host's own.</typeparam>
/// <remarks>
/// <para>Numbers of every C# type that converts to <see cref="double"/> are given as they are:
/// <c>.Map("sqft", h => h.Sqft)</c>, nullable or not. A <see cref="decimal"/> does not convert by itself: write
/// <c>h => (double)h.Price</c>. A category is given as its text, or as its position.</para>
/// <para>Bound to the model's schema once, when a predictor is made; nothing is boxed, reflected over or allocated for
/// a row. The functions are called concurrently for concurrent predictions, and must not change the input.</para>
/// <para>Not safe for concurrent use while it is built; not read any more once a predictor is made from it.</para>
/// </remarks>
public sealed class FeatureMap<TInput>
{
    private readonly List<FeatureMapping<TInput>> _mappings = [];

    internal IReadOnlyList<FeatureMapping<TInput>> Mappings => _mappings;

    /// <summary>Maps a number; NaN is a missing value.</summary>
    /// <param name="feature">The feature's name.</param>
    /// <param name="value">Reads it from an input.</param>
    /// <returns>This map.</returns>
    public FeatureMap<TInput> Map(string feature, Func<TInput, double> value) =>
        Add(feature, value, new NumberMapping<TInput>(feature, value));

    /// <summary>Maps a number that can be missing.</summary>
    /// <param name="feature">The feature's name.</param>
    /// <param name="value">Reads it from an input; <see langword="null"/> or NaN for a missing value.</param>
    /// <returns>This map.</returns>
    public FeatureMap<TInput> Map(string feature, Func<TInput, double?> value) =>
        Add(feature, value, new NullableNumberMapping<TInput>(feature, value));

    /// <summary>Maps a truth value to 1 or 0.</summary>
    /// <param name="feature">The feature's name; a number or an integer.</param>
    /// <param name="value">Reads it from an input.</param>
    /// <returns>This map.</returns>
    public FeatureMap<TInput> Map(string feature, Func<TInput, bool> value) =>
        Add(feature, value, new BooleanMapping<TInput>(feature, value));

    /// <summary>Maps a truth value that can be missing to 1 or 0.</summary>
    /// <param name="feature">The feature's name; a number or an integer.</param>
    /// <param name="value">Reads it from an input; <see langword="null"/> for a missing value.</param>
    /// <returns>This map.</returns>
    public FeatureMap<TInput> Map(string feature, Func<TInput, bool?> value) =>
        Add(feature, value, new NullableBooleanMapping<TInput>(feature, value));

    /// <summary>Maps the text of a category.</summary>
    /// <param name="feature">The feature's name; a category.</param>
    /// <param name="value">Reads it from an input; <see langword="null"/> or blank for a missing value.</param>
    /// <returns>This map.</returns>
    public FeatureMap<TInput> Map(string feature, Func<TInput, string?> value) =>
        Add(feature, value, new TextMapping<TInput>(feature, value));

    private FeatureMap<TInput> Add(string feature, Delegate value, FeatureMapping<TInput> mapping)
    {
        ArgumentException.ThrowIfNullOrEmpty(feature);
        ArgumentNullException.ThrowIfNull(value);
        _mappings.Add(mapping);
        return this;
    }
}
