namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>How the next token is chosen from the logits. Immutable.</summary>
/// <remarks>Applied in this order: top-k, then temperature, then top-p, then min-p, then a draw by the seed. Among equally
/// likely tokens the one with the lower id counts as more likely.</remarks>
internal sealed record SamplingParameters
{
    /// <summary>The most likely token, always.</summary>
    public static readonly SamplingParameters Greedy = new();

    /// <summary>Gets the temperature, 0 or more; 0 chooses the most likely token, whatever the rest says.</summary>
    public float Temperature { get; init; }

    /// <summary>Gets how many of the most likely tokens are kept; 0 keeps all.</summary>
    public int TopK { get; init; }

    /// <summary>Gets the probability that the smallest set of most likely tokens reaches, in (0, 1]; 1 keeps all.</summary>
    public float TopP { get; init; } = 1;

    /// <summary>Gets the least probability that is kept, as a fraction of the most likely token's, in [0, 1]; 0 keeps
    /// all.</summary>
    public float MinP { get; init; }

    /// <summary>Gets the seed; <see langword="null"/> for one that differs each time.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="InvalidRequestException">A value is out of its range.</exception>
    public void Validate()
    {
        // The comparisons are false for NaN.
        Require(Temperature >= 0 && float.IsFinite(Temperature), nameof(Temperature), Temperature, "a number from 0 up");
        Require(TopK >= 0, nameof(TopK), TopK, "a count from 1 up, or 0 for all");
        Require(TopP > 0 && TopP <= 1, nameof(TopP), TopP, "a probability above 0 and up to 1");
        Require(MinP >= 0 && MinP <= 1, nameof(MinP), MinP, "a fraction from 0 to 1");
    }

    private static void Require(bool valid, string parameter, float value, string range)
    {
        if (!valid)
        {
            throw new InvalidRequestException(
                FormattableString.Invariant($"{parameter} is {value}. Give {range}."), parameter);
        }
    }
}
