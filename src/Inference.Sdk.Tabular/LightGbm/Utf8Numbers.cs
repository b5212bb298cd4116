using System.Globalization;
using System.Numerics;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Parses lists of numbers that are separated by spaces, in the invariant culture and rounded correctly. What
/// is allocated is bounded by the text.</summary>
internal static class Utf8Numbers
{
    /// <returns>The numbers, or <see langword="null"/> where one is none.</returns>
    public static T[]? Parse<T>(ReadOnlySpan<byte> text)
        where T : struct, INumberBase<T>
    {
        NumberStyles style = typeof(T) == typeof(double) ? NumberStyles.Float : NumberStyles.AllowLeadingSign;
        text = text.Trim((byte)' ');
        if (text.IsEmpty)
        {
            return [];
        }

        var values = new T[text.Count((byte)' ') + 1];
        int count = 0;
        foreach (Range range in text.Split((byte)' '))
        {
            if (text[range].IsEmpty)
            {
                continue;
            }

            if (!T.TryParse(text[range], style, CultureInfo.InvariantCulture, out T value))
            {
                // C++ writes infinities in its own way.
                double infinity = text[range].SequenceEqual("inf"u8) ? double.PositiveInfinity
                    : text[range].SequenceEqual("-inf"u8) ? double.NegativeInfinity
                    : 0;
                if (infinity == 0 || typeof(T) != typeof(double))
                {
                    return null;
                }

                value = (T)(object)infinity;
            }

            values[count++] = value;
        }

        Array.Resize(ref values, count);
        return values;
    }
}
