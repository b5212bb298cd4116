using System.Security.Cryptography;

namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>Chooses one generation's tokens. The same logits, parameters and seed give the same tokens. Not safe for
/// concurrent use.</summary>
internal sealed class TokenSampler
{
    private readonly SamplingParameters _parameters;
    private SeededRandom _random;

    /// <summary>Makes a sampler.</summary>
    /// <param name="parameters">How tokens are chosen; checked.</param>
    public TokenSampler(SamplingParameters parameters)
    {
        _parameters = parameters;
        _random = new SeededRandom(parameters.Seed ?? RandomSeed());
    }

    /// <summary>Chooses a token.</summary>
    /// <param name="logits">A logit for each token. NaN counts as impossible.</param>
    /// <param name="candidates">Room to work in, shared by samplers of one thread; its content is overwritten.</param>
    /// <returns>The token.</returns>
    /// <exception cref="EngineException">Every token is impossible.</exception>
    public int Sample(ReadOnlySpan<float> logits, CandidateSet candidates)
    {
        int best = Logits.ArgMax(logits);
        if (_parameters.Temperature == 0 || _parameters.TopK == 1)
        {
            return best;
        }

        candidates.Fill(logits, _parameters.TopK);
        candidates.Weigh(logits[best], _parameters.Temperature);
        candidates.Cut(_parameters.TopP, _parameters.MinP);
        return candidates.Draw(_random.NextDouble());
    }

    private static ulong RandomSeed()
    {
        Span<byte> seed = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(seed);
        return BitConverter.ToUInt64(seed);
    }
}
