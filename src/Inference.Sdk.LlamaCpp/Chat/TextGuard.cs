using System.Text;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Keeps what users write from becoming control tokens. Wherever a user's text has a control token's text, or a
/// part of one at its edge that a template could complete, it gets a mark: a character that Unicode sets aside for such
/// uses. Marked text is not a control token's text any more, whatever a template makes of it;
/// <see cref="PromptTokenizer"/> takes the marks out and gives what was around them as plain text.</summary>
/// <remarks>For one request; not safe for concurrent use.</remarks>
/// <param name="control">The control tokens.</param>
/// <param name="mark">The mark.</param>
internal sealed class TextGuard(ControlTokens control, char mark)
{
    /// <summary>The first of the noncharacters that can be the mark.</summary>
    public const char FirstMark = '\uFDD0';

    /// <summary>The last of them.</summary>
    public const char LastMark = '\uFDEF';

    /// <summary>Gets the mark.</summary>
    public char Mark => mark;

    /// <summary>Gets whether a text had the mark already: another one is needed.</summary>
    public bool HasMet { get; private set; }

    /// <summary>Gets whether anything was marked.</summary>
    public bool HasMarked { get; private set; }

    /// <summary>Makes the value of a user's text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value, marked where it needs to be.</returns>
    public StringValue Guard(string text)
    {
        HasMet |= text.Contains(mark, StringComparison.Ordinal);
        int start = text.Length - text.AsSpan().TrimStart().Length;
        int end = text.AsSpan().TrimEnd().Length;
        if (start >= end)
        {
            return new StringValue(text);
        }

        bool marksStart = control.BeginsWithEnding(text.AsSpan(start, end - start));
        bool marksEnd = control.EndsWithBeginning(text.AsSpan(start, end - start));
        int found = control.Find(text, 0, out int length);
        if (!marksStart && !marksEnd && found < 0)
        {
            return new StringValue(text);
        }

        HasMarked = true;
        var marked = new StringBuilder(text.Length + 8);
        int copied = 0;
        for (; found >= 0; found = control.Find(text, found + 1, out length))
        {
            MarkEdges(found);
            Mark(found + Math.Min(1, length - 1));
        }

        MarkEdges(text.Length);
        return new StringValue(marked.Append(text, copied, text.Length - copied).ToString());

        // The edges that come before a place, in the order of the text.
        void MarkEdges(int place)
        {
            if (marksStart && start <= place)
            {
                marksStart = false;
                Mark(start);
            }

            if (marksEnd && end <= place)
            {
                marksEnd = false;
                Mark(end);
            }
        }

        void Mark(int place)
        {
            marked.Append(text, copied, place - copied).Append(mark);
            copied = place;
        }
    }
}
