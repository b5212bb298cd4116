namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Takes everything as text: for answers without tools.</summary>
internal sealed class PlainTextParser : IToolCallParser
{
    /// <inheritdoc/>
    public void Append(string text, ICollection<AnswerPiece> pieces)
    {
        if (text.Length > 0)
        {
            pieces.Add(new AnswerPiece(text));
        }
    }

    /// <inheritdoc/>
    public void Complete(bool isCallEnded, ICollection<AnswerPiece> pieces)
    {
        // Nothing is held back.
    }
}
