using System.Buffers;
using System.Text;
using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>The vocabulary of a loaded model. What a token is comes from tables made once; only tokenizing calls the
/// library, which throws <see cref="ObjectDisposedException"/> after the model's disposal.</summary>
internal sealed unsafe class NativeVocabulary : ILlamaVocabulary
{
    // llama_vocab_type: the one whose texts are split by patterns first.
    private const int BytePairType = 2;

    // The one whose texts are merged from characters. Neither leaves out or replaces any of a text, as others do.
    private const int SentencePieceType = 1;

    private readonly LlamaModelHandle _model;
    private readonly bool _splitsByPattern;
    private readonly nint _vocab;
    private readonly TokenTable _tokens;

    /// <summary>Reads the vocabulary of a model.</summary>
    /// <param name="model">The model.</param>
    public NativeVocabulary(LlamaModelHandle model)
    {
        _model = model;
        _vocab = LlamaApi.ModelGetVocab(model);
        _tokens = TokenTable.Read(model, _vocab);
        int type = LlamaApi.VocabType(_vocab);
        _splitsByPattern = type == BytePairType;
        LongestPiece = type is BytePairType or SentencePieceType ? _tokens.LongestPiece : int.MaxValue;
        BeginOfSequence = LlamaApi.VocabBeginOfSequence(_vocab);
        EndOfSequence = LlamaApi.VocabEndOfSequence(_vocab);
    }

    /// <inheritdoc/>
    public int Count => _tokens.Count;

    /// <inheritdoc/>
    public int BeginOfSequence { get; }

    /// <inheritdoc/>
    public int EndOfSequence { get; }

    /// <inheritdoc/>
    public int LongestPiece { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidRequestException">The text has a run of more than <see cref="UnbrokenRun.Limit"/> characters
    /// without white space (or of white space), or more tokens than can be counted.</exception>
    public int[] Tokenize(string text, bool addSpecial, bool parseSpecial)
    {
        ArgumentNullException.ThrowIfNull(text);
        int run = _splitsByPattern ? UnbrokenRun.Measure(text) : 0;
        return run <= UnbrokenRun.Limit
            ? UnbrokenRun.Call(run, () => Encode(text, addSpecial, parseSpecial))
            : throw new InvalidRequestException(
                $"The text has a run of {run} characters without a change between words and white space, and at most "
                + $"{UnbrokenRun.Limit} are split into tokens. Break it up.");
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> GetPiece(int token, bool special) => _tokens.GetPiece(token, special);

    /// <inheritdoc/>
    public bool IsEndOfGeneration(int token) => _tokens.IsEndOfGeneration(token);

    /// <inheritdoc/>
    public bool IsControl(int token) => _tokens.IsControl(token);

    private int[] Encode(string text, bool addSpecial, bool parseSpecial)
    {
        // A lone surrogate becomes the replacement character: the library gets well-formed UTF-8 only.
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            int length = Encoding.UTF8.GetBytes(text, utf8);
            return Tokenize(utf8.AsSpan(0, length), addSpecial, parseSpecial);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8, clearArray: true);
        }
    }

    private int[] Tokenize(ReadOnlySpan<byte> utf8, bool addSpecial, bool parseSpecial)
    {
        // Tokens seldom outnumber bytes; where they do (added tokens, an added space) the library tells how many there are.
        int[] tokens = ArrayPool<int>.Shared.Rent(utf8.Length + 16);
        try
        {
            int count = Call(utf8, tokens, addSpecial, parseSpecial);
            if (count < 0 && count != int.MinValue)
            {
                int needed = -count;
                ArrayPool<int>.Shared.Return(tokens, clearArray: true);
                tokens = ArrayPool<int>.Shared.Rent(needed);
                count = Call(utf8, tokens, addSpecial, parseSpecial);
            }

            return count >= 0
                ? tokens.AsSpan(0, count).ToArray()
                : throw new InvalidRequestException("The text is too long to be turned into tokens. Shorten it.");
        }
        finally
        {
            ArrayPool<int>.Shared.Return(tokens, clearArray: true);
        }
    }

    private int Call(ReadOnlySpan<byte> utf8, int[] tokens, bool addSpecial, bool parseSpecial)
    {
        bool held = false;
        try
        {
            _model.DangerousAddRef(ref held);
            fixed (byte* text = utf8)
            fixed (int* output = tokens)
            {
                byte empty = 0;
                return LlamaApi.Tokenize(
                    _vocab, text is null ? &empty : text, utf8.Length, output, tokens.Length, addSpecial, parseSpecial);
            }
        }
        finally
        {
            if (held)
            {
                _model.DangerousRelease();
            }
        }
    }
}
