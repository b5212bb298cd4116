namespace Inference.Sdk.LlamaCpp.Text;

/// <summary>Makes the text of a generation of its tokens' bytes: whole characters, and nothing of a stop sequence.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class TextAssembler(IReadOnlyList<string> stopSequences)
{
    private readonly Utf8Assembler _characters = new();
    private readonly StopSequenceMatcher? _matcher = stopSequences.Count > 0 ? new(stopSequences) : null;

    /// <summary>Gets the stop sequence that ended the text, or <see langword="null"/> where none has.</summary>
    public string? Stop => _matcher?.Matched;

    /// <summary>Adds a token's bytes.</summary>
    /// <param name="piece">The bytes.</param>
    /// <param name="text">The text that can be delivered, possibly empty.</param>
    /// <returns>Whether a stop sequence is complete; the generation's text then ends with
    /// <paramref name="text"/>.</returns>
    public bool Append(ReadOnlySpan<byte> piece, out string text) => Match(_characters.Append(piece), out text);

    /// <summary>Ends the text.</summary>
    /// <param name="text">What was still held back.</param>
    /// <returns>Whether a stop sequence is complete after all.</returns>
    public bool Complete(out string text)
    {
        if (Match(_characters.Flush(), out text))
        {
            return true;
        }

        if (_matcher is not null)
        {
            text = string.Concat(text, _matcher.Flush());
        }

        return false;
    }

    private bool Match(ReadOnlySpan<char> characters, out string text)
    {
        bool complete = false;
        if (_matcher is not null)
        {
            complete = _matcher.Append(characters, out characters);
        }

        text = characters.ToString();
        return complete;
    }
}
