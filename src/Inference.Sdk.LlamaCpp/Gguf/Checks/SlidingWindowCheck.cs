using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks which layers look back over a window only: llama.cpp asserts that a model with a window has such a
/// layer when the context is made.</summary>
internal static class SlidingWindowCheck
{
    // Of so many layers the last one sees everything. By default, of llama.cpp's src/models, release b10361.
    private static readonly FrozenDictionary<string, uint> Periods = new Dictionary<string, uint>
    {
        ["cohere2"] = 4,
        ["exaone4"] = 4,
        ["gemma2"] = 2,
        ["gemma3"] = 6,
        ["gemma3n"] = 5,
        ["gpt-oss"] = 2,
        ["llama4"] = 4,
        ["olmo2"] = 4,
    }.ToFrozenDictionary();

    /// <summary>Checks the window.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layers">The number of layers.</param>
    public static void Check(GgufCheckContext context, int layers)
    {
        string window = context.Key("attention.sliding_window");
        context.Require(
            context.OptionalUInt32(window) is null or <= int.MaxValue, $"{window} is beyond what llama.cpp can count");
        if (context.Architecture == "llama4")
        {
            // Without a window llama.cpp leaves the last layer without positions, and asserts what it then needs.
            context.Require(context.OptionalUInt32(window) != 0, $"{window} is 0, and it is 1 or more in this architecture");
        }

        string pattern = context.Key("attention.sliding_window_pattern");
        if (context.Architecture == "gemma4")
        {
            IReadOnlyList<long> windowed = context.OptionalPerLayer(pattern, layers)
                ?? throw context.Error($"the metadata has no {pattern}");
            context.Require(windowed.Any(layer => layer != 0), $"{pattern} gives no layer the window that the model is made for");
            SharedKeysCheck.Check(context, layers, layer => windowed[layer] != 0);
        }
        else if (Periods.TryGetValue(context.Architecture, out uint standard))
        {
            // An array is not read.
            uint period = context.IsArray(pattern) ? standard : context.OptionalUInt32(pattern) ?? standard;
            context.Require(period != 1, $"{pattern} is 1, so that no layer has the window that the model is made for");
            SharedKeysCheck.Check(context, layers, layer => period == 0 || layer % period < period - 1);
        }
    }
}
