using System.Text;
using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Tests.Chat.Support;

/// <summary>A token for each byte, then one for each pair of equal letters (so that cutting text shows), then control
/// tokens.</summary>
internal sealed class ChatVocabulary(bool addsBegin, params string[] control) : ILlamaVocabulary
{
    private const int FirstPair = 256;
    private const int FirstControl = FirstPair + 26;

    public ChatVocabulary()
        : this(addsBegin: false, "<s>", "</s>", "<|im_start|>", "<|im_end|>", "[INST]", "<|im_end|>\n\n")
    {
    }

    public int Count => FirstControl + control.Length;

    public int BeginOfSequence => FirstControl;

    public int EndOfSequence => FirstControl + 1;

    public int LongestPiece => Math.Max(2, control.Max(c => Encoding.UTF8.GetByteCount(c)));

    /// <summary>Gets or sets what happens at each text that is turned into tokens.</summary>
    public Action<string>? OnTokenize { get; set; }

    public int Id(string controlText) => FirstControl + Array.IndexOf(control, controlText);

    public int[] Tokenize(string text, bool addSpecial, bool parseSpecial)
    {
        OnTokenize?.Invoke(text);
        var tokens = new List<int>();
        if (addSpecial && addsBegin)
        {
            tokens.Add(BeginOfSequence);
        }

        for (int at = 0; at < text.Length;)
        {
            string? found = parseSpecial
                ? control.Where(c => text.AsSpan(at).StartsWith(c)).OrderByDescending(c => c.Length).FirstOrDefault()
                : null;
            if (found is not null)
            {
                tokens.Add(Id(found));
                at += found.Length;
            }
            else if (char.IsAsciiLetterLower(text[at]) && at + 1 < text.Length && text[at + 1] == text[at])
            {
                tokens.Add(FirstPair + text[at] - 'a');
                at += 2;
            }
            else
            {
                int width = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                tokens.AddRange(Encoding.UTF8.GetBytes(text.Substring(at, width)).Select(b => (int)b));
                at += width;
            }
        }

        return [.. tokens];
    }

    public ReadOnlyMemory<byte> GetPiece(int token, bool special) => token switch
    {
        < FirstPair => new[] { (byte)token },
        < FirstControl => Encoding.ASCII.GetBytes(new string((char)('a' + token - FirstPair), 2)),
        _ => special ? Encoding.UTF8.GetBytes(control[token - FirstControl]) : default,
    };

    public bool IsEndOfGeneration(int token) => token == EndOfSequence;

    public bool IsControl(int token) => token >= FirstControl;

    /// <summary>Writes tokens as text, control tokens in double braces.</summary>
    public string Show(ReadOnlySpan<int> tokens)
    {
        var bytes = new List<byte>();
        foreach (int token in tokens)
        {
            bytes.AddRange(IsControl(token)
                ? Encoding.UTF8.GetBytes($"{{{{{control[token - FirstControl]}}}}}")
                : GetPiece(token, special: true).ToArray());
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
