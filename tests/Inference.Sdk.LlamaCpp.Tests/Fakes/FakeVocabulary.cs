using System.Text;
using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>A token for each byte, then a few that are words, pieces of characters, control tokens and ends.</summary>
internal sealed class FakeVocabulary : ILlamaVocabulary
{
    public const int Begin = 256;
    public const int End = 257;
    public const int EndOfTurn = 258;
    public const int ToolCall = 259;
    public const int FirstWord = 260;

    private static readonly byte[][] Words =
    [
        [.. "the "u8], [.. "stop"u8], [.. "ping"u8], [.. "\n\n"u8], [.. "é"u8], [.. "漢字"u8], [.. "😀"u8],
        // A character in three tokens, a lone continuation byte, and a beginning that is never completed.
        [0xF0, 0x9F], [0x98], [0x81, (byte)'!'], [0x80], [0xE2, 0x82],
    ];

    private static readonly string[] Specials = ["<s>", "</s>", "<|turn|>", "<tool>"];

    private readonly byte[][] _pieces =
    [
        .. Enumerable.Range(0, 256).Select(b => new[] { (byte)b }),
        .. Specials.Select(Encoding.UTF8.GetBytes),
        .. Words,
    ];

    public int Count => _pieces.Length;

    public int BeginOfSequence => Begin;

    public int EndOfSequence => End;

    public int LongestPiece => _pieces.Max(piece => piece.Length);

    public int[] Tokenize(string text, bool addSpecial, bool parseSpecial)
    {
        var tokens = new List<int>();
        if (addSpecial)
        {
            tokens.Add(Begin);
        }

        while (text.Length > 0)
        {
            int special = parseSpecial ? Array.FindIndex(Specials, s => text.StartsWith(s, StringComparison.Ordinal)) : -1;
            if (special >= 0)
            {
                tokens.Add(Begin + special);
                text = text[Specials[special].Length..];
                continue;
            }

            int length = char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
            tokens.AddRange(Encoding.UTF8.GetBytes(text[..length]).Select(b => (int)b));
            text = text[length..];
        }

        return [.. tokens];
    }

    public ReadOnlyMemory<byte> GetPiece(int token, bool special) => IsControl(token) && !special ? default : _pieces[token];

    public bool IsEndOfGeneration(int token) => token is End or EndOfTurn;

    public bool IsControl(int token) => token is >= Begin and < FirstWord;
}
