using System.Text;

namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Parses answers in the format of <see cref="LlamaJsonFormat"/>.</summary>
/// <param name="tools">The names of the tools that the model may call.</param>
internal sealed class LlamaJsonParser(IReadOnlySet<string> tools) : IToolCallParser
{
    private readonly StringBuilder _held = new();
    private readonly JsonTextScanner _json = new();
    private bool _isInJson;
    private bool _isPlainText;
    private bool _hasCalls;

    /// <inheritdoc/>
    public void Append(string text, ICollection<AnswerPiece> pieces)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (_isPlainText)
            {
                pieces.Add(new AnswerPiece(text[i..]));
                return;
            }

            AppendCharacter(text[i], pieces);
        }
    }

    /// <inheritdoc/>
    public void Complete(bool isCallEnded, ICollection<AnswerPiece> pieces)
    {
        string rest = _held.ToString();
        if (rest.Length > 0 && !(_hasCalls && !_isInJson))
        {
            pieces.Add(new AnswerPiece(rest));
        }

        _held.Clear();
    }

    private void AppendCharacter(char c, ICollection<AnswerPiece> pieces)
    {
        _held.Append(c);
        if (_isInJson)
        {
            _json.Next(c);
            if (_json.Depth == 0)
            {
                EndJson(pieces);
            }
        }
        else if (c == '{')
        {
            _isInJson = true;
            _json.Next(c);
        }
        else if (!char.IsWhiteSpace(c) && !(c == ';' && _hasCalls))
        {
            BeginText(pieces);
        }
    }

    private void EndJson(ICollection<AnswerPiece> pieces)
    {
        _isInJson = false;
        _json.Reset();
        string raw = _held.ToString();
        string json = raw[raw.IndexOf('{', StringComparison.Ordinal)..];
        ToolCall? call = ToolCallJson.Parse(json, tools, "parameters", "arguments");

        // An answer may be some other JSON that the user asked for.
        if (call is null)
        {
            BeginText(pieces);
            return;
        }

        _hasCalls = true;
        _held.Clear();
        pieces.Add(new AnswerPiece(string.Empty, call));
    }

    private void BeginText(ICollection<AnswerPiece> pieces)
    {
        _isPlainText = true;
        pieces.Add(new AnswerPiece(_held.ToString()));
        _held.Clear();
    }
}
