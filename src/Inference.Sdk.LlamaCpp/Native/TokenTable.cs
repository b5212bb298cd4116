using System.Buffers;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>What each token of a vocabulary is, read once: one block of bytes for all pieces. Immutable.</summary>
internal sealed unsafe class TokenTable
{
    // llama_token_attr: these give no text unless special tokens are asked for.
    private const int UnknownAttribute = 1 << 0;
    private const int ControlAttribute = 1 << 3;

    private const byte Control = 1;
    private const byte EndOfGeneration = 2;
    private const byte Hidden = 4;

    private readonly byte[] _pieces;
    private readonly int[] _ends;
    private readonly byte[] _flags;

    private TokenTable(byte[] pieces, int[] ends, byte[] flags)
    {
        _pieces = pieces;
        _ends = ends;
        _flags = flags;
        int start = 0;
        foreach (int end in ends)
        {
            LongestPiece = Math.Max(LongestPiece, end - start);
            start = end;
        }
    }

    /// <summary>Gets the bytes of the longest piece, at least 1.</summary>
    public int LongestPiece { get; } = 1;

    /// <summary>Gets the number of tokens.</summary>
    public int Count => _ends.Length;

    /// <summary>Reads a vocabulary.</summary>
    /// <param name="model">Its model, kept alive while it is read.</param>
    /// <param name="vocab">The vocabulary.</param>
    /// <returns>The table.</returns>
    public static TokenTable Read(LlamaModelHandle model, nint vocab)
    {
        int count = LlamaApi.VocabTokenCount(vocab);
        var pieces = new ArrayBufferWriter<byte>(count * 8 + 1);
        int[] ends = new int[count];
        byte[] flags = new byte[count];
        for (int token = 0; token < count; token++)
        {
            int attributes = LlamaApi.VocabAttributes(vocab, token);
            bool control = (attributes & ControlAttribute) != 0;
            flags[token] = (byte)((control ? Control : 0)
                | (LlamaApi.VocabIsEndOfGeneration(vocab, token) ? EndOfGeneration : 0)
                | (control || (attributes & UnknownAttribute) != 0 ? Hidden : 0));
            AppendPiece(vocab, token, pieces);
            ends[token] = pieces.WrittenCount;
        }

        GC.KeepAlive(model);
        return new TokenTable(pieces.WrittenSpan.ToArray(), ends, flags);
    }

    /// <summary>Gets a token's bytes.</summary>
    public ReadOnlyMemory<byte> GetPiece(int token, bool special)
    {
        Check(token);
        if (!special && (_flags[token] & Hidden) != 0)
        {
            return default;
        }

        int start = token == 0 ? 0 : _ends[token - 1];
        return _pieces.AsMemory(start, _ends[token] - start);
    }

    /// <summary>Tells whether a token ends a generation.</summary>
    public bool IsEndOfGeneration(int token)
    {
        Check(token);
        return (_flags[token] & EndOfGeneration) != 0;
    }

    /// <summary>Tells whether a token is a control token.</summary>
    public bool IsControl(int token)
    {
        Check(token);
        return (_flags[token] & Control) != 0;
    }

    private static void AppendPiece(nint vocab, int token, ArrayBufferWriter<byte> pieces)
    {
        int needed = 64;
        while (true)
        {
            Span<byte> room = pieces.GetSpan(needed);
            int written;
            fixed (byte* buffer = room)
            {
                written = LlamaApi.TokenToPiece(vocab, token, buffer, room.Length, 0, special: true);
            }

            if (written >= 0)
            {
                pieces.Advance(written);
                return;
            }

            needed = -written;
        }
    }

    private void Check(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, _ends.Length);
    }
}
