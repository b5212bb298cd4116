namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Reads text line by line; lines end in LF or CR LF.</summary>
internal ref struct Utf8Lines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>Gets the number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (_rest.IsEmpty)
        {
            line = default;
            return false;
        }

        int end = _rest.IndexOf((byte)'\n');
        line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + 1)..];
        line = line.TrimEnd((byte)'\r');
        Number++;
        return true;
    }
}
