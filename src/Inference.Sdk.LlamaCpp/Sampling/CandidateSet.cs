using System.Numerics.Tensors;

namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>The tokens that may be chosen, with weights in proportion to their probabilities, in the order of their ids.
/// </summary>
/// <remarks>Reused from token to token, so that nothing is allocated once it has grown to the vocabulary. Only what a filter
/// may keep is ever sorted, not the vocabulary. Not safe for concurrent use.</remarks>
internal sealed class CandidateSet
{
    // Leaves room for the rounding of a sum.
    private const double Slack = 0.999;

    private int[] _ids = [];
    private float[] _weights = [];
    private ulong[] _ranking = [];
    private int _count;

    // Whether it is the whole vocabulary: then a token's place is its id, and the ids are not filled in.
    private bool _whole;

    /// <summary>Starts from all tokens, or from the most likely ones; their weights are the logits as yet.</summary>
    /// <param name="logits">A logit for each token.</param>
    /// <param name="topK">How many to keep; 0 for all.</param>
    public void Fill(ReadOnlySpan<float> logits, int topK)
    {
        if (_ids.Length < logits.Length)
        {
            _ids = new int[logits.Length];
            _weights = new float[logits.Length];
            _ranking = new ulong[logits.Length];
        }

        _whole = topK <= 0 || topK >= logits.Length;
        if (_whole)
        {
            _count = logits.Length;
            logits.CopyTo(_weights);
            return;
        }

        _count = TopKSelection.Select(logits, topK, _ids);
        for (int i = 0; i < _count; i++)
        {
            _weights[i] = logits[_ids[i]];
        }
    }

    /// <summary>Turns logits into weights: <c>exp((logit - largest) / temperature)</c>, so that the largest is 1 and nothing
    /// overflows. Impossible tokens weigh nothing.</summary>
    /// <param name="largest">The largest logit.</param>
    /// <param name="temperature">The temperature, above 0.</param>
    public void Weigh(float largest, float temperature)
    {
        Span<float> weights = _weights.AsSpan(0, _count);
        if (float.IsPositiveInfinity(largest))
        {
            // Those that are infinite are equally likely, and nothing else is likely at all.
            foreach (ref float weight in weights)
            {
                weight = float.IsPositiveInfinity(weight) ? 1 : 0;
            }

            return;
        }

        TensorPrimitives.Subtract(weights, largest, weights);
        TensorPrimitives.Divide(weights, temperature, weights);
        TensorPrimitives.Exp(weights, weights);
        if (float.IsNaN(TensorPrimitives.Max<float>(weights)))
        {
            foreach (ref float weight in weights)
            {
                weight = float.IsNaN(weight) ? 0 : weight;
            }
        }
    }

    /// <summary>Keeps the fewest most likely tokens that have a share of <paramref name="topP"/> together, and of them those
    /// that are at least <paramref name="minP"/> times as likely as the most likely one.</summary>
    public void Cut(float topP, float minP)
    {
        if (topP >= 1)
        {
            if (minP > 0)
            {
                KeepFrom(minP);
            }

            return;
        }

        // Of n tokens, those below (1 - p) / n of the sum weigh less than 1 - p of it together: the others reach p.
        double sum = Sum();
        double negligible = (1.0 - topP) / _count * sum * Slack;
        KeepFrom((float)Math.Max(minP, negligible));
        KeepMostLikely(topP * sum);
    }

    /// <summary>Draws a token.</summary>
    /// <param name="uniform">A number of [0, 1).</param>
    /// <returns>The token up to which the weights, in the order of the ids, have that share of their sum.</returns>
    public int Draw(double uniform)
    {
        double target = uniform * Sum();
        double sum = 0;
        int drawn = 0;
        for (int i = 0; i < _count && sum <= target; i++)
        {
            // A token that weighs nothing is never drawn, whatever the rounding.
            if (_weights[i] > 0)
            {
                sum += _weights[i];
                drawn = i;
            }
        }

        return _whole ? drawn : _ids[drawn];
    }

    private void KeepFrom(float least)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_weights[i] >= least)
            {
                _ids[kept] = _whole ? i : _ids[i];
                _weights[kept++] = _weights[i];
            }
        }

        _count = kept;
        _whole = false;
    }

    /// <summary>Keeps the most likely tokens until they weigh <paramref name="mass"/> together.</summary>
    private void KeepMostLikely(double mass)
    {
        // The bits of a float that is not negative are ordered as it is; complemented, an ascending sort puts the largest
        // weight first, and equal ones in the order of their ids.
        Span<ulong> ranking = _ranking.AsSpan(0, _count);
        for (int i = 0; i < ranking.Length; i++)
        {
            ranking[i] = ((ulong)~BitConverter.SingleToUInt32Bits(_weights[i]) << 32) | (uint)_ids[i];
        }

        ranking.Sort();
        int kept = 0;
        for (double sum = 0; kept < ranking.Length && sum < mass; kept++)
        {
            sum += BitConverter.UInt32BitsToSingle(~(uint)(ranking[kept] >> 32));
        }

        // Back into the order of the ids.
        ranking = ranking[..kept];
        foreach (ref ulong entry in ranking)
        {
            entry = (entry << 32) | ~(uint)(entry >> 32);
        }

        ranking.Sort();
        for (int i = 0; i < kept; i++)
        {
            _ids[i] = (int)(ranking[i] >> 32);
            _weights[i] = BitConverter.UInt32BitsToSingle((uint)ranking[i]);
        }

        _count = kept;
    }

    private double Sum()
    {
        // Four sums, so that additions need not wait for each other; the same order on every machine.
        double a = 0, b = 0, c = 0, d = 0;
        ReadOnlySpan<float> weights = _weights.AsSpan(0, _count);
        int i = 0;
        for (; i + 4 <= weights.Length; i += 4)
        {
            a += weights[i];
            b += weights[i + 1];
            c += weights[i + 2];
            d += weights[i + 3];
        }

        for (; i < weights.Length; i++)
        {
            a += weights[i];
        }

        return a + b + (c + d);
    }
}
