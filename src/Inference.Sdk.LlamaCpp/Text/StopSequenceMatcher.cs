namespace Inference.Sdk.LlamaCpp.Text;

/// <summary>Finds the first of several stop sequences in a text that comes in pieces, and holds back what may be the
/// beginning of one until it is known.</summary>
/// <remarks>
/// <para>The first to be complete ends the text; of several that are complete at the same character, the one that began
/// first. Text is compared character by character (UTF-16, ordinal).</para>
/// <para>Each stop sequence is followed with its Knuth-Morris-Pratt automaton, so each character costs a step for each stop
/// sequence, amortized, whatever the text. Not safe for concurrent use.</para>
/// </remarks>
internal sealed class StopSequenceMatcher
{
    private readonly Automaton[] _automata;
    private char[] _buffer = new char[64];
    private int _length;
    private int _released;

    /// <summary>Makes a matcher.</summary>
    /// <param name="stopSequences">The stop sequences, none of them empty.</param>
    public StopSequenceMatcher(IReadOnlyList<string> stopSequences)
    {
        _automata = new Automaton[stopSequences.Count];
        for (int i = 0; i < _automata.Length; i++)
        {
            _automata[i] = new Automaton(stopSequences[i]);
        }
    }

    /// <summary>Gets the stop sequence that ended the text, or <see langword="null"/> where none has.</summary>
    public string? Matched { get; private set; }

    /// <summary>Adds text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="released">What is known to be no part of a stop sequence; valid until the next call.</param>
    /// <returns>Whether a stop sequence is complete; the text then ends with <paramref name="released"/>.</returns>
    public bool Append(ReadOnlySpan<char> text, out ReadOnlySpan<char> released)
    {
        DropReleased();
        Reserve(text.Length);
        int held = 0;
        foreach (char character in text)
        {
            _buffer[_length++] = character;
            held = 0;
            int matched = 0;
            foreach (ref Automaton automaton in _automata.AsSpan())
            {
                int prefix = automaton.Advance(character);
                held = Math.Max(held, prefix);
                if (automaton.IsComplete && prefix > matched)
                {
                    matched = prefix;
                    Matched = automaton.Pattern;
                }
            }

            if (matched > 0)
            {
                released = _buffer.AsSpan(0, _length - matched);
                _released = _length;
                return true;
            }
        }

        _released = text.IsEmpty ? 0 : _length - held;
        released = _buffer.AsSpan(0, _released);
        return false;
    }

    /// <summary>Ends the text.</summary>
    /// <returns>What was held back and was no stop sequence after all; valid until the next call.</returns>
    public ReadOnlySpan<char> Flush()
    {
        DropReleased();
        _released = _length;
        return _buffer.AsSpan(0, _length);
    }

    private void DropReleased()
    {
        _length -= _released;
        _buffer.AsSpan(_released, _length).CopyTo(_buffer);
        _released = 0;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length < _length + more)
        {
            Array.Resize(ref _buffer, Math.Max(_length + more, 2 * _buffer.Length));
        }
    }

    private struct Automaton
    {
        // For each prefix of the pattern, the length of the longest shorter prefix that it ends with.
        private readonly int[] _fallbacks;
        private int _prefix;

        public Automaton(string pattern)
        {
            Pattern = pattern;
            _fallbacks = new int[pattern.Length + 1];
            int fallback = 0;
            for (int i = 1; i < pattern.Length; i++)
            {
                while (fallback > 0 && pattern[i] != pattern[fallback])
                {
                    fallback = _fallbacks[fallback];
                }

                fallback += pattern[i] == pattern[fallback] ? 1 : 0;
                _fallbacks[i + 1] = fallback;
            }
        }

        public string Pattern { get; }

        public readonly bool IsComplete => _prefix == Pattern.Length;

        /// <returns>The length of the longest prefix of the pattern that the text now ends with.</returns>
        public int Advance(char character)
        {
            while (_prefix > 0 && Pattern[_prefix] != character)
            {
                _prefix = _fallbacks[_prefix];
            }

            return _prefix += Pattern[_prefix] == character ? 1 : 0;
        }
    }
}
