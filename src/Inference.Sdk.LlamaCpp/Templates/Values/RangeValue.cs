using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>The numbers of a <c>range</c>.</summary>
/// <param name="start">The first.</param>
/// <param name="stop">Where they end; not one of them.</param>
/// <param name="step">From one to the next; not 0.</param>
/// <param name="length">How many they are.</param>
internal sealed class RangeValue(BigInteger start, BigInteger stop, BigInteger step, int length) : JinjaValue
{
    /// <inheritdoc/>
    public override string TypeName => "range";

    /// <inheritdoc/>
    public override bool IsTrue => length > 0;

    /// <inheritdoc/>
    public override int? Length => length;

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems()
    {
        for (int i = 0; i < length; i++)
        {
            yield return At(i);
        }
    }

    /// <inheritdoc/>
    public override JinjaValue? GetItem(JinjaValue key)
    {
        if (key is SliceValue slice)
        {
            List<int> positions = [.. slice.Positions(length)];
            BigInteger from = positions.Count > 0 ? start + (positions[0] * step) : start;
            BigInteger by = positions.Count > 1 ? (positions[1] - positions[0]) * step : step;
            return new RangeValue(from, from + (positions.Count * by), by, positions.Count);
        }

        return SequenceValue.TryGetPosition(key, length, out int position) ? At(position) : null;
    }

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        string by = step.IsOne ? string.Empty : FormattableString.Invariant($", {step}");
        text.Append(FormattableString.Invariant($"range({start}, {stop}{by})"));
    }

    private IntegerValue At(int position) => new(start + (position * step));
}
