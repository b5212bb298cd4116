using System.Globalization;
using System.Text.Json;

namespace Inference.Sdk;

/// <summary>Fills a <see cref="FeatureRow"/> by name and says what is wrong with a value, where, and what to do.</summary>
/// <remarks>Not safe for concurrent use. Can be built from repeatedly; <see cref="Clear"/> begins a new row.</remarks>
public sealed class FeatureRowBuilder
{
    private readonly FeatureSchema _schema;
    private readonly double[] _values;

    /// <summary>Begins a row in which every value is missing.</summary>
    /// <param name="schema">The schema.</param>
    public FeatureRowBuilder(FeatureSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _values = new double[schema.Count];
        Clear();
    }

    /// <summary>Makes a row from values by name.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="values">Values by feature name: numbers, texts, <see cref="JsonElement"/>s, or <see langword="null"/>
    /// for a missing one.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidRequestException">A name is unknown, a value is of the wrong type or infinite, or a required
    /// value is missing.</exception>
    public static FeatureRow Build(FeatureSchema schema, IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new FeatureRowBuilder(schema);
        foreach ((string name, object? value) in values)
        {
            builder.Set(name, value);
        }

        return builder.Build();
    }

    /// <summary>Makes every value missing again.</summary>
    /// <returns>This builder.</returns>
    public FeatureRowBuilder Clear()
    {
        Array.Fill(_values, double.NaN);
        return this;
    }

    /// <summary>Sets a number.</summary>
    /// <param name="name">The feature's name.</param>
    /// <param name="value">The number; NaN for a missing one; for a category, its position.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidRequestException">The name is unknown, the number is infinite, not whole where the feature
    /// is, or no position of a category.</exception>
    public FeatureRowBuilder Set(string name, double value)
    {
        int index = Find(name);
        _values[index] = Check(_schema.Features[index], value);
        return this;
    }

    /// <summary>Sets a value from text: a number in the invariant culture, or a category's name. An empty text is a missing
    /// value.</summary>
    /// <param name="name">The feature's name.</param>
    /// <param name="value">The text.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidRequestException">The name is unknown, or the text is neither a number the feature takes nor
    /// one of its categories.</exception>
    public FeatureRowBuilder Set(string name, ReadOnlySpan<char> value)
    {
        int index = Find(name);
        _values[index] = Parse(_schema.Features[index], value);
        return this;
    }

    /// <summary>Sets a value of any supported type.</summary>
    /// <param name="name">The feature's name.</param>
    /// <param name="value">A number, a boolean (1 or 0), a text, a <see cref="JsonElement"/>, or <see langword="null"/> for
    /// a missing one.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidRequestException">The name is unknown or the value is not one the feature takes.</exception>
    public FeatureRowBuilder Set(string name, object? value)
    {
        switch (value)
        {
            case null:
                _values[Find(name)] = double.NaN;
                return this;
            case string text:
                return Set(name, text.AsSpan());
            case JsonElement json:
                return Set(name, Unwrap(name, json));
            case bool truth:
                return Set(name, truth ? 1d : 0d);
            case double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte or Half:
                return Set(name, Convert.ToDouble(value is Half half ? (double)half : value, CultureInfo.InvariantCulture));
            default:
                throw new InvalidRequestException(
                    $"Feature '{name}' was given a {value.GetType().Name}. Give a number, a text, or null for a missing value.",
                    name);
        }
    }

    /// <summary>Makes the row.</summary>
    /// <returns>The row; the builder keeps its values.</returns>
    /// <exception cref="InvalidRequestException">A required value is missing.</exception>
    public FeatureRow Build()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (double.IsNaN(_values[i]) && _schema.Features[i].Required)
            {
                string name = _schema.Features[i].Name;
                throw new InvalidRequestException(
                    $"Feature '{name}' is missing, and this model was not trained on missing values of it. Give it a value.",
                    name);
            }
        }

        return new FeatureRow(_schema, (double[])_values.Clone());
    }

    private static object? Unwrap(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => ReadText(name, json),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new InvalidRequestException(
            $"Feature '{name}' was given a JSON {json.ValueKind.ToString().ToLowerInvariant()}. Give a number, a string, or "
            + "null for a missing value.",
            name),
    };

    // An escaped half of a surrogate pair is valid JSON and no text.
    private static string? ReadText(string name, JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException error) when (error is not ObjectDisposedException)
        {
            throw new InvalidRequestException(
                $"Feature '{name}' was given a JSON string with half of a surrogate pair. Give whole characters.",
                name,
                innerException: error);
        }
    }

    private static double Parse(FeatureDescriptor feature, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        for (int i = 0; i < feature.Categories.Count; i++)
        {
            if (text.Equals(feature.Categories[i], StringComparison.Ordinal))
            {
                return i;
            }
        }

        if (feature.Type == FeatureType.Category)
        {
            throw new InvalidRequestException(
                $"Feature '{feature.Name}' was given '{Shorten(text)}', which is none of its categories. Give one of: "
                + $"{string.Join(", ", feature.Categories)}.",
                feature.Name);
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            throw new InvalidRequestException(
                $"Feature '{feature.Name}' was given the text '{Shorten(text)}', and it is a number. Give digits with a "
                + "point before decimals and no thousands separators, such as 1850.5.",
                feature.Name);
        }

        return Check(feature, value);
    }

    private static double Check(FeatureDescriptor feature, double value)
    {
        if (double.IsInfinity(value))
        {
            throw new InvalidRequestException(
                $"Feature '{feature.Name}' is infinite. Give a finite number, or NaN for a missing value.", feature.Name);
        }

        if (feature.Type == FeatureType.Integer && value != Math.Truncate(value) && !double.IsNaN(value))
        {
            throw new InvalidRequestException(
                $"Feature '{feature.Name}' is {value.ToString(CultureInfo.InvariantCulture)}, and it is a whole number.",
                feature.Name);
        }

        if (feature.Type == FeatureType.Category && !double.IsNaN(value)
            && !(value >= 0 && value < feature.Categories.Count && value == Math.Truncate(value)))
        {
            throw new InvalidRequestException(
                $"Feature '{feature.Name}' was given {value.ToString(CultureInfo.InvariantCulture)}, and it is a category. "
                + $"Give one of: {string.Join(", ", feature.Categories)}.",
                feature.Name);
        }

        return value;
    }

    private static string Shorten(ReadOnlySpan<char> text) =>
        text.Length <= 40 ? text.ToString() : string.Concat(text[..40], "…");

    private int Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = _schema.IndexOf(name);
        return index >= 0
            ? index
            : throw new InvalidRequestException(
                $"There is no feature '{Shorten(name)}'. The model's features are: "
                + $"{string.Join(", ", _schema.Features.Take(40).Select(f => f.Name))}{(_schema.Count > 40 ? ", …" : "")}.",
                name);
    }
}
