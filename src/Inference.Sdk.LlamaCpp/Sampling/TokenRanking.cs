namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>Finds where the most likely tokens reach a given weight, without sorting them all: one pass adds the weights up
/// by magnitude, and only the tokens of the magnitude at which the sum is reached are sorted.</summary>
/// <remarks>Reused, so that nothing is allocated once it has grown. Not safe for concurrent use.</remarks>
internal sealed class TokenRanking
{
    // Sixteen classes for each power of two: a float's exponent and the first four bits of its fraction.
    private const int ClassShift = 19;
    private static readonly int Classes = ClassOf(1) + 1;

    private readonly double[] _masses = new double[Classes];
    private ulong[] _ranks = [];

    /// <summary>Gets a token's place: the smaller, the more likely, and of equally likely ones the lower the id.</summary>
    /// <param name="weight">Its weight, 0 to 1.</param>
    /// <param name="id">Its id.</param>
    public static ulong Rank(float weight, int id) =>
        // The bits of floats that are not negative are ordered as the floats are.
        ((ulong)~BitConverter.SingleToUInt32Bits(weight) << 32) | (uint)id;

    /// <summary>Finds the rank of the last of the fewest most likely tokens that weigh <paramref name="mass"/>
    /// together.</summary>
    /// <param name="weights">The weights, 0 to 1.</param>
    /// <param name="ids">The tokens' ids.</param>
    /// <param name="mass">What they are to weigh.</param>
    /// <returns>The rank; the largest there is where all of them together weigh less.</returns>
    public ulong FindLast(ReadOnlySpan<float> weights, ReadOnlySpan<int> ids, double mass)
    {
        Array.Clear(_masses);
        foreach (float weight in weights)
        {
            _masses[ClassOf(weight)] += weight;
        }

        int reached = Classes - 1;
        double sum = 0;
        while (reached >= 0 && sum + _masses[reached] < mass)
        {
            sum += _masses[reached--];
        }

        return reached < 0 ? ulong.MaxValue : FindWithin(reached, weights, ids, mass - sum);
    }

    private static int ClassOf(float weight) => (int)(BitConverter.SingleToUInt32Bits(weight) >> ClassShift);

    private static float WeightOf(ulong rank) => BitConverter.UInt32BitsToSingle(~(uint)(rank >> 32));

    private ulong FindWithin(int magnitude, ReadOnlySpan<float> weights, ReadOnlySpan<int> ids, double mass)
    {
        if (_ranks.Length < weights.Length)
        {
            _ranks = new ulong[weights.Length];
        }

        int count = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            _ranks[count] = Rank(weights[i], ids[i]);
            count += ClassOf(weights[i]) == magnitude ? 1 : 0;
        }

        Span<ulong> ranks = _ranks.AsSpan(0, count);
        ranks.Sort();
        int last = 0;
        for (double sum = WeightOf(ranks[0]); sum < mass && last + 1 < count; last++)
        {
            sum += WeightOf(ranks[last + 1]);
        }

        return ranks[last];
    }
}
