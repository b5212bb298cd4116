using System.Text.Unicode;
using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>A vocabulary in which no token ends a generation and every token has text: each answer has as many tokens as
/// asked for, and each token is an update that can be timed.</summary>
internal sealed class BenchVocabulary(ILlamaVocabulary inner) : ILlamaVocabulary
{
    private static readonly byte[] Placeholder = "."u8.ToArray();

    public int Count => inner.Count;

    public int BeginOfSequence => inner.BeginOfSequence;

    public int EndOfSequence => inner.EndOfSequence;

    public int LongestPiece => inner.LongestPiece;

    public int[] Tokenize(string text, bool addSpecial, bool parseSpecial) =>
        inner.Tokenize(text, addSpecial, parseSpecial);

    public ReadOnlyMemory<byte> GetPiece(int token, bool special)
    {
        ReadOnlyMemory<byte> piece = inner.GetPiece(token, special);
        return !piece.IsEmpty && Utf8.IsValid(piece.Span) ? piece : Placeholder;
    }

    public bool IsEndOfGeneration(int token) => false;

    public bool IsControl(int token) => inner.IsControl(token);
}
