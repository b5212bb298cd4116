using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Options;
using Inference.Sdk.LlamaCpp.Sampling;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>How tokens are chosen where a request does not say: as the model's file recommends
/// (<c>general.sampling.*</c>), or else by <see cref="GgufDefaults"/>.</summary>
internal static class SamplingDefaults
{
    /// <summary>Reads what a file recommends.</summary>
    /// <param name="metadata">The file's metadata.</param>
    /// <returns>The defaults.</returns>
    /// <exception cref="InvalidRequestException">A recommendation is out of its range.</exception>
    public static SamplingParameters Read(GgufMetadata metadata)
    {
        var defaults = new SamplingParameters
        {
            Temperature = Number(metadata, "temp") ?? GgufDefaults.Temperature,
            TopK = (int)Math.Clamp(metadata.GetInt64("general.sampling.top_k") ?? GgufDefaults.TopK, 0, int.MaxValue),
            TopP = Number(metadata, "top_p") ?? GgufDefaults.TopP,
            MinP = Number(metadata, "min_p") ?? GgufDefaults.MinP,
        };
        defaults.Validate();
        return defaults;
    }

    private static float? Number(GgufMetadata metadata, string name) =>
        metadata.TryGetValue($"general.sampling.{name}", out GgufValue? value) ? (float?)value.AsDouble() : null;
}
