namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Takes one answer of a model apart, as it streams: what is text and what are calls of tools. However the answer
/// is cut into pieces, the outcome is the same. Used by one consumer.</summary>
internal interface IToolCallParser
{
    /// <summary>Takes the next piece of the answer.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="pieces">Gets what it completes.</param>
    void Append(string text, ICollection<AnswerPiece> pieces);

    /// <summary>Takes the end of the answer. A call that is cut off by it is text, as one that is damaged: what the model
    /// meant is not known.</summary>
    /// <param name="isCallEnded">Whether <see cref="IToolCallFormat.CallEnd"/> was what ended the answer, and so was not delivered.</param>
    /// <param name="pieces">Gets what is left.</param>
    void Complete(bool isCallEnded, ICollection<AnswerPiece> pieces);
}
