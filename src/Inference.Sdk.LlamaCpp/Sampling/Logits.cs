using System.Numerics.Tensors;

namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>Finds the largest logit.</summary>
internal static class Logits
{
    /// <summary>Finds the most likely token; among equals the one with the lowest id. NaN counts as impossible.</summary>
    /// <param name="logits">A logit for each token.</param>
    /// <returns>The token.</returns>
    /// <exception cref="EngineException">Every token is impossible.</exception>
    public static int ArgMax(ReadOnlySpan<float> logits)
    {
        // Vectorized; gives the first NaN where there is one, and takes +0 for larger than -0.
        int best = TensorPrimitives.IndexOfMax(logits);
        if (best < 0 || float.IsNaN(logits[best]) || logits[best] is 0 or float.NegativeInfinity)
        {
            best = ArgMaxScalar(logits);
        }

        return best >= 0
            ? best
            : throw new EngineException(
                "The model's logits are all NaN or minus infinity, so that no token can be chosen. The model's file is likely "
                + "damaged, or its arithmetic overflowed: check the file against its source, or try another quantization.");
    }

    private static int ArgMaxScalar(ReadOnlySpan<float> logits)
    {
        int best = -1;
        float largest = float.NegativeInfinity;
        for (int i = 0; i < logits.Length; i++)
        {
            if (logits[i] > largest)
            {
                largest = logits[i];
                best = i;
            }
        }

        return best;
    }
}
