using System.Collections.Frozen;

namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the layers that use the keys of an earlier one (gemma3n, gemma4): llama.cpp looks for them in the last
/// two layers with keys of their own, and asserts that these are of the same kind, with a window or without.</summary>
internal static class SharedKeysCheck
{
    // llama.cpp does not read it from the file.
    private const int OwnKeysOfGemma3N = 20;

    private static readonly FrozenSet<string> Architectures = FrozenSet.ToFrozenSet(["gemma3n", "gemma4"]);

    /// <summary>Checks the layers, where the architecture has such.</summary>
    /// <param name="context">The file.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="windowed">Whether a layer has a window, by layer.</param>
    public static void Check(GgufCheckContext context, int layers, Func<int, bool> windowed)
    {
        if (!Architectures.Contains(context.Architecture))
        {
            return;
        }

        string key = context.Key("attention.shared_kv_layers");
        uint sharing = context.OptionalUInt32(key) ?? 0;
        context.Require(sharing + 2L <= layers, $"{key} is {sharing} of {layers} layers, and two have keys of their own");
        int own = context.Architecture == "gemma3n" ? OwnKeysOfGemma3N : layers - (int)sharing;
        for (int layer = own; layer < layers; layer++)
        {
            context.Require(
                windowed(layer) ? windowed(own - 2) : !windowed(own - 1),
                $"layer {layer} uses the keys of an earlier layer, and that one is of another kind");
        }
    }
}
