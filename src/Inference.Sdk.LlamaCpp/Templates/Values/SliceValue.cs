using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A part of a sequence, <c>start:stop:step</c>, as a key.</summary>
/// <param name="start">Where it starts; none for the beginning.</param>
/// <param name="stop">Where it ends; none for the end.</param>
/// <param name="step">From one item to the next; none for 1.</param>
internal sealed class SliceValue(BigInteger? start, BigInteger? stop, BigInteger? step) : JinjaValue
{
    /// <inheritdoc/>
    public override string TypeName => "slice";

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text) => text.Append("slice");

    /// <summary>Gets the positions that it takes from a sequence.</summary>
    /// <param name="length">The number of items.</param>
    /// <returns>The positions, in order.</returns>
    /// <exception cref="TemplateException">The step is 0.</exception>
    public IEnumerable<int> Positions(int length)
    {
        BigInteger by = step ?? BigInteger.One;
        if (by.IsZero)
        {
            throw new TemplateException(TemplateErrorKind.Value, "slice step cannot be zero");
        }

        return by.Sign > 0
            ? Forward(Clamp(start ?? 0, 0, length), Clamp(stop ?? length, 0, length), Bound(by, length))
            : Backward(
                start is null ? length - 1 : Clamp(start.Value, -1, length - 1),
                stop is null ? -1 : Clamp(stop.Value, -1, length - 1),
                Bound(by, length));

        int Clamp(BigInteger position, int low, int high) =>
            (int)BigInteger.Clamp(position.Sign < 0 ? position + length : position, low, Math.Max(low, high));
    }

    // A step beyond the length takes one item, whatever it is.
    private static int Bound(BigInteger by, int length) => (int)BigInteger.Clamp(by, -length - 1L, length + 1L);

    private static IEnumerable<int> Forward(int from, int to, int by)
    {
        for (long i = from; i < to; i += by)
        {
            yield return (int)i;
        }
    }

    private static IEnumerable<int> Backward(int from, int to, int by)
    {
        for (long i = from; i > to; i += by)
        {
            yield return (int)i;
        }
    }
}
