using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>A sort that keeps equal items in order and lets the error of a comparison through.</summary>
internal static class StableSort
{
    /// <summary>Sorts.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="items">The items.</param>
    /// <param name="key">What an item is sorted by.</param>
    /// <param name="isDescending">Whether the largest comes first.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="TemplateException">Two keys have no order.</exception>
    public static JinjaValue[] Sort(
        RenderState state, IReadOnlyList<JinjaValue> items, Func<JinjaValue, JinjaValue> key, bool isDescending)
    {
        (JinjaValue Key, JinjaValue Item)[] pairs = [.. items.Select(item => (key(item), item))];
        var merged = new (JinjaValue Key, JinjaValue Item)[pairs.Length];
        for (int width = 1; width < pairs.Length; width *= 2)
        {
            for (int start = 0; start < pairs.Length; start += 2 * width)
            {
                Merge(state, pairs, merged, start, width, isDescending);
            }

            (pairs, merged) = (merged, pairs);
        }

        return Array.ConvertAll(pairs, pair => pair.Item);
    }

    private static void Merge(
        RenderState state,
        (JinjaValue Key, JinjaValue Item)[] from,
        (JinjaValue Key, JinjaValue Item)[] to,
        int start,
        int width,
        bool isDescending)
    {
        int left = start;
        int leftEnd = Math.Min(start + width, from.Length);
        int right = leftEnd;
        int rightEnd = Math.Min(start + (2 * width), from.Length);
        for (int i = start; i < rightEnd; i++)
        {
            bool takesRight = left == leftEnd || (right < rightEnd && IsBefore(from[right].Key, from[left].Key));
            to[i] = takesRight ? from[right++] : from[left++];
        }

        bool IsBefore(JinjaValue a, JinjaValue b) =>
            isDescending ? Comparison.Compare(state, b, a) < 0 : Comparison.Compare(state, a, b) < 0;
    }
}
