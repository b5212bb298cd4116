using System.Numerics;

namespace Inference.Sdk.LlamaCpp.Sampling;

/// <summary>Selects the most likely tokens without sorting the rest: one pass with a heap of those selected so far.</summary>
internal static class TopKSelection
{
    /// <summary>Selects.</summary>
    /// <param name="logits">A logit for each token. NaN and minus infinity are never selected.</param>
    /// <param name="count">How many to select.</param>
    /// <param name="selected">Gets the ids selected, rising. Among equal logits the lower ids are selected.</param>
    /// <returns>How many there are: <paramref name="count"/>, or as many as are possible.</returns>
    public static int Select(ReadOnlySpan<float> logits, int count, Span<int> selected)
    {
        Span<int> heap = selected[..count];
        int size = 0;
        int id = 0;
        for (; id < logits.Length && size < count; id++)
        {
            if (logits[id] > float.NegativeInfinity)
            {
                heap[size++] = id;
            }
        }

        heap = heap[..size];
        for (int i = (size / 2) - 1; i >= 0; i--)
        {
            SiftDown(logits, heap, i);
        }

        // Ids rise, so an equal logit never replaces one that is selected.
        float least = size > 0 ? logits[heap[0]] : float.PositiveInfinity;
        for (id = SkipUnlikely(logits, id, least); id < logits.Length; id = SkipUnlikely(logits, id + 1, least))
        {
            heap[0] = id;
            SiftDown(logits, heap, 0);
            least = logits[heap[0]];
        }

        heap.Sort();
        return size;
    }

    /// <summary>Finds the next logit above a limit. Nearly all of a large vocabulary are below, so they are passed by whole
    /// vectors.</summary>
    /// <returns>Its id, or the number of logits where there is none.</returns>
    private static int SkipUnlikely(ReadOnlySpan<float> logits, int id, float limit)
    {
        var limits = new Vector<float>(limit);
        while (id <= logits.Length - Vector<float>.Count
            && !Vector.GreaterThanAny(new Vector<float>(logits[id..]), limits))
        {
            id += Vector<float>.Count;
        }

        while (id < logits.Length && !(logits[id] > limit))
        {
            id++;
        }

        return id;
    }

    private static void SiftDown(ReadOnlySpan<float> logits, Span<int> heap, int parent)
    {
        int id = heap[parent];
        for (int child = (2 * parent) + 1; child < heap.Length; child = (2 * parent) + 1)
        {
            if (child + 1 < heap.Length && IsLessLikely(logits, heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!IsLessLikely(logits, heap[child], id))
            {
                break;
            }

            heap[parent] = heap[child];
            parent = child;
        }

        heap[parent] = id;
    }

    private static bool IsLessLikely(ReadOnlySpan<float> logits, int a, int b) =>
        logits[a] < logits[b] || (logits[a] == logits[b] && a > b);
}
