using Inference.Sdk.LlamaCpp.Tools;

namespace Inference.Sdk.LlamaCpp.Tests.Tools;

/// <summary>A parsed answer, without the accidents of how it was cut.</summary>
internal sealed class Answer(IReadOnlyList<AnswerPiece> pieces)
{
    public string Text => string.Concat(pieces.Select(piece => piece.Text));

    public IReadOnlyList<ToolCall> Calls => [.. pieces.Select(piece => piece.Call).OfType<ToolCall>()];

    /// <summary>Gets text and calls in order, adjacent texts as one.</summary>
    public IReadOnlyList<string> Order
    {
        get
        {
            var order = new List<string>();
            bool afterText = false;
            foreach (AnswerPiece piece in pieces)
            {
                if (piece.Call is { } call)
                {
                    order.Add($"call {call.Name}");
                    afterText = false;
                }
                else if (afterText)
                {
                    order[^1] += piece.Text;
                }
                else
                {
                    order.Add(piece.Text);
                    afterText = true;
                }
            }

            return order;
        }
    }
}
