using Inference.Sdk.LlamaCpp.Sampling;

namespace Inference.Sdk.LlamaCpp.Tests.Sampling;

/// <summary>Sampling as the definition says it: everything sorted, in double precision.</summary>
internal sealed class ReferenceSampler
{
    private readonly (int Id, double Weight)[] _kept;

    public ReferenceSampler(float[] logits, SamplingParameters parameters)
    {
        var ranked = Enumerable.Range(0, logits.Length)
            .Where(id => logits[id] > float.NegativeInfinity)
            .OrderByDescending(id => logits[id]).ThenBy(id => id)
            .Take(parameters.TopK > 0 ? parameters.TopK : logits.Length).ToArray();
        double largest = logits[ranked[0]];
        (int Id, double Weight)[] weighted =
            [.. ranked.Select(id => (id, Math.Exp((logits[id] - largest) / parameters.Temperature)))];
        double total = weighted.Sum(w => w.Weight);

        int count = 0;
        double mass = 0;
        while (count < weighted.Length && (parameters.TopP >= 1 || mass < parameters.TopP * total))
        {
            Near(mass / total, parameters.TopP);
            mass += weighted[count++].Weight;
        }

        Near(mass / total, parameters.TopP);
        foreach ((_, double weight) in weighted)
        {
            Near(weight, parameters.MinP);
        }

        _kept = [.. weighted.Take(count).Where(w => w.Weight >= parameters.MinP).OrderBy(w => w.Id)];
    }

    /// <summary>Gets whether rounding may decide what is kept: then single and double precision may differ.</summary>
    public bool IsBorderline { get; private set; }

    public IReadOnlyDictionary<int, double> Probabilities =>
        _kept.ToDictionary(k => k.Id, k => k.Weight / _kept.Sum(w => w.Weight));

    /// <summary>Draws, or gives <see langword="null"/> where rounding may decide.</summary>
    public int? Draw(double uniform)
    {
        double total = _kept.Sum(k => k.Weight);
        double sum = 0;
        foreach ((int id, double weight) in _kept)
        {
            sum += weight / total;
            if (Math.Abs(sum - uniform) < 1e-5)
            {
                return null;
            }

            if (sum > uniform)
            {
                return id;
            }
        }

        return null;
    }

    private void Near(double value, double limit) => IsBorderline |= limit is > 0 and < 1 && Math.Abs(value - limit) < 1e-5;
}
