using System.Collections;
using System.Text;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>The texts of an array, decoded when they are asked for: a vocabulary has hundreds of thousands, and most of
/// those who read a header want none of them.</summary>
internal sealed class GgufStringList : IReadOnlyList<string>
{
    private readonly byte[] _utf8;
    private readonly int[] _ends;

    /// <summary>Makes a list.</summary>
    /// <param name="utf8">The texts' bytes, one after another.</param>
    /// <param name="ends">Where each text ends.</param>
    public GgufStringList(byte[] utf8, int[] ends)
    {
        _utf8 = utf8;
        _ends = ends;
    }

    /// <inheritdoc/>
    public int Count => _ends.Length;

    /// <inheritdoc/>
    public string this[int index] => Encoding.UTF8.GetString(GetUtf8(index));

    /// <summary>Gets a text's bytes.</summary>
    public ReadOnlySpan<byte> GetUtf8(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _utf8.AsSpan(start, _ends[index] - start);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
