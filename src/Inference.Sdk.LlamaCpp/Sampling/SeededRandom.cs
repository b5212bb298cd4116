using System.Numerics;

namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>Pseudo-random numbers that a seed determines, the same on every platform and in every version: xoshiro256**
/// (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled by SplitMix64 (Steele,
/// Lea and Flood, 2014) as its authors advise.</summary>
/// <remarks>A mutable value: keep it in one place and do not copy it. Not for secrets.</remarks>
internal struct SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">The seed.</param>
    public SeededRandom(ulong seed)
        : this(SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed))
    {
    }

    /// <summary>Makes a generator of a state that is not all zeros.</summary>
    internal SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>Gets the next 64 bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Gets the next number of [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Gets the next number of a SplitMix64 generator and moves its state on.</summary>
    internal static ulong SplitMix64(ref ulong state)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
