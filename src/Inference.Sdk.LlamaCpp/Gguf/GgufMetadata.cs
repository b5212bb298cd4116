using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>The metadata of a GGUF file. Immutable, safe for concurrent use.</summary>
public sealed class GgufMetadata
{
    internal GgufMetadata(OrderedDictionary<string, GgufValue> values) =>
        Values = new ReadOnlyDictionary<string, GgufValue>(values);

    /// <summary>Gets all values by key, in the file's order.</summary>
    public IReadOnlyDictionary<string, GgufValue> Values { get; }

    /// <summary>Gets a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out GgufValue value) => Values.TryGetValue(key, out value);

    /// <summary>Gets a text.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The text, or <see langword="null"/> where there is none.</returns>
    public string? GetString(string key) => TryGetValue(key, out GgufValue? value) ? value.Value as string : null;

    /// <summary>Gets a whole number.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The number, or <see langword="null"/> where there is none.</returns>
    public long? GetInt64(string key) => TryGetValue(key, out GgufValue? value) ? value.AsInt64() : null;
}
