namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Takes the reasoning off the beginning of an answer, as it streams. However the answer is cut into pieces, the
/// outcome is the same. Used by one consumer.</summary>
/// <remarks>Tags further on are text: an answer may speak of them. The white space around reasoning goes, because
/// templates write their own where they take it back.</remarks>
internal sealed class ReasoningSplitter
{
    private readonly ReasoningTags _tags;
    private State _state;
    private bool _hasText;
    private string _held = string.Empty;

    /// <summary>Begins an answer.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="isOpen">Whether the prompt ends within reasoning.</param>
    public ReasoningSplitter(ReasoningTags tags, bool isOpen)
    {
        _tags = tags;
        _state = isOpen ? State.Reasoning : State.Beginning;
        HasReasoning = isOpen;
    }

    private enum State
    {
        /// <summary>Nothing but white space and the beginning of a tag.</summary>
        Beginning,

        /// <summary>Within reasoning.</summary>
        Reasoning,

        /// <summary>In the white space after reasoning.</summary>
        Between,

        /// <summary>In the answer proper.</summary>
        Answer,
    }

    /// <summary>Gets whether reasoning has begun.</summary>
    public bool HasReasoning { get; private set; }

    /// <summary>Gets whether it has ended.</summary>
    public bool HasEnded => HasReasoning && _state is State.Between or State.Answer;

    /// <summary>Takes the next piece of the answer.</summary>
    /// <param name="text">The piece.</param>
    /// <returns>What it completes of the reasoning and of the answer proper.</returns>
    public (string Reasoning, string Answer) Append(string text)
    {
        _held += text;
        if (_state == State.Beginning)
        {
            TakeBeginning();
        }

        string reasoning = _state == State.Reasoning ? TakeReasoning() : string.Empty;
        if (_state == State.Between)
        {
            _held = _held.TrimStart();
            _state = _held.Length > 0 ? State.Answer : State.Between;
        }

        return (reasoning, _state == State.Answer ? Release(_held.Length) : string.Empty);
    }

    /// <summary>Takes the end of the answer, wherever it is.</summary>
    /// <returns>What was held back.</returns>
    public (string Reasoning, string Answer) Complete() => _state == State.Reasoning
        ? (Release(_held.Length).TrimEnd(), string.Empty)
        : (string.Empty, Release(_held.Length));

    private void TakeBeginning()
    {
        ReadOnlySpan<char> begun = _held.AsSpan().TrimStart();
        if (begun.StartsWith(_tags.Begin, StringComparison.Ordinal))
        {
            HasReasoning = true;
            _state = State.Reasoning;
            _held = begun[_tags.Begin.Length..].ToString();
        }
        else if (!_tags.Begin.AsSpan().StartsWith(begun, StringComparison.Ordinal))
        {
            _state = State.Answer;
        }
    }

    private string TakeReasoning()
    {
        _held = _hasText ? _held : _held.TrimStart();
        int end = _held.IndexOf(_tags.End, StringComparison.Ordinal);
        string reasoning = Release(end >= 0 ? end : _held.Length - BegunEnd()).TrimEnd();
        if (end >= 0)
        {
            _held = _held[_tags.End.Length..];
            _state = State.Between;
        }

        _hasText |= reasoning.Length > 0;
        return reasoning;
    }

    // How much of the end may be the tag that ends reasoning, and the white space before it.
    private int BegunEnd()
    {
        int length = Math.Min(_held.Length, _tags.End.Length - 1);
        while (!_held.AsSpan(_held.Length - length).SequenceEqual(_tags.End.AsSpan(0, length)))
        {
            length--;
        }

        return _held.Length - _held.AsSpan(0, _held.Length - length).TrimEnd().Length;
    }

    private string Release(int length)
    {
        string released = _held[..length];
        _held = _held[length..];
        return released;
    }
}
