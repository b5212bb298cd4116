using System.Globalization;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Says in words, for a language model, what features and outputs are.</summary>
internal static class Descriptions
{
    /// <summary>What a feature is: its meaning, its unit, and the range the model has seen, which is no
    /// limit.</summary>
    /// <returns>The words; <see langword="null"/> where nothing is known.</returns>
    internal static string? Of(FeatureDescriptor feature)
    {
        string? meaning = WithUnit(feature.Description, feature.Unit);
        string? range = (feature.Minimum, feature.Maximum) switch
        {
            ({ } low, { } high) => $"{Format(low)} to {Format(high)}",
            ({ } low, null) => $"{Format(low)} and more",
            (null, { } high) => $"{Format(high)} and less",
            _ => null,
        };
        return (meaning, range) switch
        {
            (null, null) => null,
            (_, null) => meaning,
            (null, _) => $"Seen in training: {range}.",
            _ => $"{meaning}. Seen in training: {range}.",
        };
    }

    /// <summary>What an output is: its meaning and unit.</summary>
    /// <returns>The words; <see langword="null"/> where nothing is known.</returns>
    internal static string? Of(OutputDescriptor output) => WithUnit(output.Description, output.Unit);

    /// <summary>What a function does whose predictor has that output.</summary>
    internal static string OfFunction(OutputDescriptor output, bool anyOptional)
    {
        string what = WithUnit(output.Name, output.Unit)!;
        string meaning = Trim(output.Description) is { } description ? $": {description}" : "";
        string hint = anyOptional ? " Leave out what is not known." : "";
        return $"Predicts {what}{meaning}.{hint}";
    }

    private static string? WithUnit(string? meaning, string? unit) => (Trim(meaning), unit) switch
    {
        (null, null or "") => null,
        (null, _) => $"In {unit}",
        ({ } text, null or "") => text,
        ({ } text, _) => $"{text} ({unit})",
    };

    // Sentences are put together here, so a full stop that is there already would come twice.
    private static string? Trim(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().TrimEnd('.');

    private static string Format(double value) => value.ToString(CultureInfo.InvariantCulture);
}
