using System.Numerics.Tensors;

namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>The tokens that may be chosen, with weights in proportion to their probabilities, in the order of their ids.
/// </summary>
/// <remarks>Reused from token to token, so that nothing is allocated once it has grown to the vocabulary. Not safe for
/// concurrent use.</remarks>
internal sealed class CandidateSet
{
    // Leaves room for the rounding of a sum.
    private const double Slack = 0.999;

    private readonly TokenRanking _ranking = new();
    private int[] _ids = [];
    private float[] _weights = [];
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
        FillIds();
        Span<float> weights = _weights.AsSpan(0, _count);
        Span<int> ids = _ids.AsSpan(0, _count);
        int kept = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            // Written without a branch, which would be mispredicted at every other token.
            float weight = weights[i];
            weights[kept] = weight;
            ids[kept] = ids[i];
            kept += weight >= least ? 1 : 0;
        }

        _count = kept;
    }

    /// <summary>Keeps the most likely tokens until they weigh <paramref name="mass"/> together.</summary>
    private void KeepMostLikely(double mass)
    {
        ulong last = _ranking.FindLast(_weights.AsSpan(0, _count), _ids, mass);
        Span<float> weights = _weights.AsSpan(0, _count);
        Span<int> ids = _ids.AsSpan(0, _count);
        int kept = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            float weight = weights[i];
            int id = ids[i];
            weights[kept] = weight;
            ids[kept] = id;
            kept += TokenRanking.Rank(weight, id) <= last ? 1 : 0;
        }

        _count = kept;
    }

    private void FillIds()
    {
        for (int i = 0; _whole && i < _count; i++)
        {
            _ids[i] = i;
        }

        _whole = false;
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
