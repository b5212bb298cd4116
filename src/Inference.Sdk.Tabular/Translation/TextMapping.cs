using System.Collections.Frozen;

namespace Inference.Sdk.Tabular;

/// <summary>Reads the text of a category as its position.</summary>
internal sealed class TextMapping<TInput>(string feature, Func<TInput, string?> value) : FeatureMapping<TInput>(feature)
{
    public override string? Mismatch(FeatureDescriptor descriptor) => descriptor.Type == FeatureType.Category
        ? null
        : $"Feature '{descriptor.Name}' is a number ({descriptor.Type}) and is mapped to a text. Map it to a number.";

    public override Func<TInput, double> Bind(FeatureDescriptor descriptor)
    {
        var positions = descriptor.Categories
            .Select((category, i) => KeyValuePair.Create(category, i))
            .ToFrozenDictionary(StringComparer.Ordinal);
        FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup =
            positions.GetAlternateLookup<ReadOnlySpan<char>>();
        return input =>
        {
            string? text = value(input);
            return string.IsNullOrWhiteSpace(text) ? double.NaN
                : positions.TryGetValue(text, out int position) || lookup.TryGetValue(text.AsSpan().Trim(), out position)
                    ? position
                    : throw Unknown(descriptor, text);
        };
    }

    private static InvalidRequestException Unknown(FeatureDescriptor descriptor, string text) => new(
        $"Feature '{descriptor.Name}' was given '{(text.Length <= 40 ? text : text[..40] + "…")}', which is none "
        + $"of its categories. Give one of: {string.Join(", ", descriptor.Categories)}.",
        descriptor.Name);
}
