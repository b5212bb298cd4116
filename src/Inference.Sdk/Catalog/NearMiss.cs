namespace Inference.Sdk.Catalog;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearMiss
{
    private const int MaxEdits = 2;

    /// <summary>Finds the candidate closest to <paramref name="name"/>: equal but for case, or at most two edits away and
    /// fewer than half of its letters.</summary>
    /// <returns>The candidate; <see langword="null"/> where none is close.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        int fewest = int.Min(MaxEdits, (name.Length - 1) / 2) + 1;
        foreach (string candidate in candidates)
        {
            int edits = candidate.Equals(name, StringComparison.OrdinalIgnoreCase) ? 0 : Edits(name, candidate);
            if (edits < fewest)
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    // Levenshtein distance, one row at a time.
    private static int Edits(string a, string b)
    {
        if (int.Abs(a.Length - b.Length) > MaxEdits)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                bool equal = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                int substituted = diagonal + (equal ? 0 : 1);
                diagonal = row[j];
                row[j] = int.Min(substituted, int.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
