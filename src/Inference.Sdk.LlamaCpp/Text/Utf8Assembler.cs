using System.Text;

namespace Inference.Sdk.LlamaCpp.Text;

/// <summary>Makes whole characters of the bytes of tokens, which may end within one.</summary>
/// <remarks>Bytes that are no UTF-8 become U+FFFD, as <see cref="Encoding.UTF8"/> does it on the whole. A surrogate pair
/// comes out in one piece. Not safe for concurrent use.</remarks>
internal sealed class Utf8Assembler
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _characters = new char[64];

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The characters that they complete; valid until the next call.</returns>
    public ReadOnlySpan<char> Append(ReadOnlySpan<byte> bytes) => Decode(bytes, flush: false);

    /// <summary>Ends the text.</summary>
    /// <returns>U+FFFD where a character was begun and not completed, or nothing; valid until the next call.</returns>
    public ReadOnlySpan<char> Flush() => Decode([], flush: true);

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        // A begun character of up to three bytes can turn out to be as many wrong ones.
        int most = Encoding.UTF8.GetMaxCharCount(bytes.Length) + 3;
        if (_characters.Length < most)
        {
            _characters = new char[Math.Max(most, 2 * _characters.Length)];
        }

        int count = _decoder.GetChars(bytes, _characters, flush);
        return _characters.AsSpan(0, count);
    }
}
