using System.Buffers;
using System.Text;
using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>The texts of a vocabulary's control tokens, and where they occur. Immutable, safe for concurrent use.</summary>
internal sealed class ControlTokens
{
    private readonly string[] _texts;
    private readonly SearchValues<string> _search;
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endings = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>Reads a vocabulary's control tokens.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    public ControlTokens(ILlamaVocabulary vocabulary)
    {
        _texts = [.. Enumerable.Range(0, vocabulary.Count)
            .Where(vocabulary.IsControl)
            .Select(token => Encoding.UTF8.GetString(vocabulary.GetPiece(token, special: true).Span))
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(text => text.Length)
            .ThenBy(text => text, StringComparer.Ordinal)];
        _search = SearchValues.Create(_texts, StringComparison.Ordinal);
        _longest = _texts.Length > 0 ? _texts[0].Length : 0;
        foreach (string text in _texts)
        {
            for (int i = 1; i < text.Length; i++)
            {
                _beginnings.Add(text[..i]);
                _endings.Add(text[i..]);
            }
        }
    }

    /// <summary>Tells whether a text is that of a control token.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(string text) => Array.IndexOf(_texts, text) >= 0;

    /// <summary>Finds the next control token; where several begin at one place, the longest.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="length">The token's length.</param>
    /// <returns>Where it begins, or -1.</returns>
    public int Find(string text, int from, out int length)
    {
        length = 0;
        int found = text.AsSpan(from).IndexOfAny(_search);
        if (found < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> rest = text.AsSpan(from + found);
        foreach (string token in _texts)
        {
            if (rest.StartsWith(token, StringComparison.Ordinal))
            {
                length = token.Length;
                break;
            }
        }

        return from + found;
    }

    /// <summary>Tells whether a text ends with the beginning of a control token, so that what follows could complete
    /// it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it does.</returns>
    public bool EndsWithBeginning(ReadOnlySpan<char> text)
    {
        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = 1; length < _longest && length <= text.Length; length++)
        {
            if (beginnings.Contains(text[^length..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether a text begins with the ending of a control token, so that it could complete what is before
    /// it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it does.</returns>
    public bool BeginsWithEnding(ReadOnlySpan<char> text)
    {
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = 1; length < _longest && length <= text.Length; length++)
        {
            if (endings.Contains(text[..length]))
            {
                return true;
            }
        }

        return false;
    }
}
