using System.Text;

namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Parses answers in the format of <see cref="HermesFormat"/>. White space at the end of text is held back until
/// it is clear that no call follows, so that the blank lines around calls are not shown.</summary>
internal sealed class HermesParser : IToolCallParser
{
    private readonly StringBuilder _held = new();
    private readonly StringBuilder _call = new();
    private readonly JsonTextScanner _json = new();
    private bool _isInCall;
    private bool _hasCalls;

    /// <inheritdoc/>
    public void Append(string text, ICollection<AnswerPiece> pieces)
    {
        foreach (char c in text)
        {
            if (_isInCall)
            {
                AppendToCall(c, pieces);
            }
            else
            {
                AppendToText(c, pieces);
            }
        }

        if (!_isInCall)
        {
            Deliver(pieces, _held.Length - HeldTag());
        }
    }

    /// <inheritdoc/>
    public void Complete(bool isCallEnded, ICollection<AnswerPiece> pieces)
    {
        while (_isInCall)
        {
            string raw = _call.ToString();

            // A text literal without an end hides the tag that ends the call.
            int end = raw.IndexOf(HermesFormat.End, StringComparison.Ordinal);
            if (end >= 0)
            {
                EndCall(raw[..end], pieces);
                Append(raw[(end + HermesFormat.End.Length)..], pieces);
            }
            else if (isCallEnded)
            {
                EndCall(raw, pieces);
            }
            else
            {
                _isInCall = false;
                _held.Append(HermesFormat.Begin).Append(raw);
            }
        }

        string rest = _held.ToString();
        if (rest.Length > 0 && !(_hasCalls && string.IsNullOrWhiteSpace(rest)))
        {
            pieces.Add(new AnswerPiece(rest));
        }

        _held.Clear();
    }

    private void AppendToText(char c, ICollection<AnswerPiece> pieces)
    {
        _held.Append(c);
        if (c == '>' && EndsWith(_held, HermesFormat.Begin))
        {
            // The white space before the tag stays: it is text again if this turns out not to be a call.
            _held.Length -= HermesFormat.Begin.Length;
            Deliver(pieces, _held.Length);
            _isInCall = true;
        }
    }

    private void AppendToCall(char c, ICollection<AnswerPiece> pieces)
    {
        _call.Append(c);
        _json.Next(c);
        if (c == '>' && !_json.IsInText && EndsWith(_call, HermesFormat.End))
        {
            _call.Length -= HermesFormat.End.Length;
            EndCall(_call.ToString(), pieces);
        }
    }

    private void EndCall(string json, ICollection<AnswerPiece> pieces)
    {
        _isInCall = false;
        _call.Clear();
        _json.Reset();
        ToolCall? call = ToolCallJson.Parse(json, tools: null, "arguments", "parameters");
        if (call is null)
        {
            // Not a call that can be made as it was meant: shown as it is rather than lost.
            _held.Append(HermesFormat.Begin).Append(json).Append(HermesFormat.End);
            return;
        }

        _hasCalls = true;
        _held.Clear();
        pieces.Add(new AnswerPiece(string.Empty, call));
    }

    // Delivers the text up to a length, but for the white space before it.
    private void Deliver(ICollection<AnswerPiece> pieces, int length)
    {
        while (length > 0 && char.IsWhiteSpace(_held[length - 1]))
        {
            length--;
        }

        if (length > 0)
        {
            pieces.Add(new AnswerPiece(_held.ToString(0, length)));
            _held.Remove(0, length);
        }
    }

    // How much of the end may be the beginning of a tag.
    private int HeldTag()
    {
        int length = Math.Min(_held.Length, HermesFormat.Begin.Length - 1);
        while (length > 0 && !EndsWith(_held, HermesFormat.Begin.AsSpan(0, length)))
        {
            length--;
        }

        return length;
    }

    private static bool EndsWith(StringBuilder text, ReadOnlySpan<char> end)
    {
        if (text.Length < end.Length)
        {
            return false;
        }

        for (int i = 0; i < end.Length; i++)
        {
            if (text[text.Length - end.Length + i] != end[i])
            {
                return false;
            }
        }

        return true;
    }
}
