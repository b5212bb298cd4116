using System.Text;
using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>Turns rendered prompts into tokens. Control tokens are those of the template; what a user typed is text. Safe
/// for concurrent use.</summary>
internal sealed class PromptTokenizer
{
    // Of a noncharacter of TextGuard in UTF-8.
    private const int MarkBytes = 3;

    private readonly ILlamaVocabulary _vocabulary;
    private readonly ControlTokens _control;
    private readonly bool _addsBegin;

    /// <summary>Makes a tokenizer.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="control">Its control tokens.</param>
    public PromptTokenizer(ILlamaVocabulary vocabulary, ControlTokens control)
    {
        _vocabulary = vocabulary;
        _control = control;
        _addsBegin = vocabulary.BeginOfSequence >= 0
            && vocabulary.Tokenize("a", addSpecial: true, parseSpecial: false) is [var first, ..]
            && first == vocabulary.BeginOfSequence;
    }

    /// <summary>Turns a prompt into tokens. Where the model wants a token at the beginning and the template does not write
    /// it, it is added.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="mark">The mark of <see cref="TextGuard"/> where it marked something; <see langword="null"/> where
    /// not.</param>
    /// <param name="contextLength">The most tokens that it can have.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="ContextOverflowException">It has more, and so many that they need not be counted.</exception>
    public int[] Tokenize(string prompt, char? mark, int contextLength)
    {
        CheckLength(prompt, mark, contextLength);
        var tokens = new List<int>();
        if (mark is null)
        {
            tokens.AddRange(_vocabulary.Tokenize(prompt, addSpecial: false, parseSpecial: true));
        }
        else
        {
            foreach ((string text, bool isTrusted) in Split(prompt, mark.Value))
            {
                tokens.AddRange(_vocabulary.Tokenize(text, addSpecial: false, parseSpecial: isTrusted));
            }
        }

        if (_addsBegin && (tokens.Count == 0 || tokens[0] != _vocabulary.BeginOfSequence))
        {
            tokens.Insert(0, _vocabulary.BeginOfSequence);
        }

        return [.. tokens];
    }

    // Before any of it is turned into tokens, which takes longer than all the rest.
    private void CheckLength(string prompt, char? mark, int contextLength)
    {
        int marks = mark is { } character ? prompt.AsSpan().Count(character) : 0;
        long least = ((long)Encoding.UTF8.GetByteCount(prompt) - (marks * MarkBytes)) / _vocabulary.LongestPiece;
        if (least >= contextLength)
        {
            throw new ContextOverflowException((int)least, contextLength, isLeast: true);
        }
    }

    // Text is cut at the template's control tokens only, where every tokenizer begins anew: so a user's text gives the
    // same tokens as if it were whole.
    private IEnumerable<(string Text, bool IsTrusted)> Split(string prompt, char mark)
    {
        var trusted = new StringBuilder();
        int at = 0;
        while (at < prompt.Length)
        {
            int control = _control.Find(prompt, at, out int length);
            string text = prompt[at..(control < 0 ? prompt.Length : control)];
            if (text.Contains(mark, StringComparison.Ordinal))
            {
                if (trusted.Length > 0)
                {
                    yield return (trusted.ToString(), true);
                    trusted.Clear();
                }

                string plain = text.Replace(mark.ToString(), string.Empty, StringComparison.Ordinal);
                if (plain.Length > 0)
                {
                    yield return (plain, false);
                }
            }
            else
            {
                trusted.Append(text);
            }

            if (control >= 0)
            {
                trusted.Append(prompt, control, length);
            }

            at = control < 0 ? prompt.Length : control + length;
        }

        if (trusted.Length > 0)
        {
            yield return (trusted.ToString(), true);
        }
    }
}
