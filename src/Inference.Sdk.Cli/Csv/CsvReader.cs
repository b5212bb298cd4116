using System.Text;

namespace Inference.Sdk.Cli.Csv;

/// <summary>Reads delimited text, record by record, in bounded memory.</summary>
/// <remarks>
/// The format is RFC 4180 with what files in the wild need: lines end in CRLF, LF or CR, and a quote within a field that
/// does not begin with one is an ordinary character. Records are kept as they were written, so that they can be copied
/// unchanged.
/// </remarks>
internal sealed class CsvReader(TextReader reader, string sourceName, char delimiter)
{
    /// <summary>The longest record, in characters. A quote that is never closed would otherwise read a whole file.</summary>
    public const int MaxRecordLength = 1 << 20;

    private readonly List<CsvField> _fields = [];
    private char[] _buffer = new char[32 * 1024];
    private int _start;
    private int _end;
    private int _recordLength;
    private int _consumed;
    private int _linesInRecord;
    private bool _endOfInput;

    /// <summary>Gets the name of the source, for messages.</summary>
    public string SourceName => sourceName;

    /// <summary>Gets the one-based line that the current record begins on.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Gets the number of fields of the current record.</summary>
    public int FieldCount => _fields.Count;

    /// <summary>Gets whether the current record is an empty line.</summary>
    public bool IsBlank => _recordLength == 0;

    /// <summary>Gets the current record as it was written, without its line end.</summary>
    public ReadOnlySpan<char> RawRecord => _buffer.AsSpan(_start, _recordLength);

    /// <summary>Gets the line end of the current record; empty where the input ends with it.</summary>
    public ReadOnlySpan<char> LineEnd => _buffer.AsSpan(_start + _recordLength, _consumed - _recordLength);

    /// <summary>Moves to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidRequestException">The text is no record, or is not UTF-8.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Advance();
        while (true)
        {
            if (_start < _end && TryScan())
            {
                return true;
            }

            if (_endOfInput)
            {
                return false;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the text of a field of the current record, without its quotes.</summary>
    public ReadOnlySpan<char> GetField(int index)
    {
        CsvField field = _fields[index];
        ReadOnlySpan<char> text = _buffer.AsSpan(_start + field.Offset, field.Length);
        return field.HasEscapes ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private void Advance()
    {
        Line += _linesInRecord;
        _start += _consumed;
        _linesInRecord = _recordLength = _consumed = 0;
    }

    private bool TryScan()
    {
        var scan = new CsvRecordScan(_buffer.AsSpan(_start, _end - _start), delimiter, _endOfInput, _fields);
        CsvScanResult result = scan.Run();
        if (result == CsvScanResult.NeedsMore)
        {
            return false;
        }

        if (result == CsvScanResult.Complete)
        {
            (_recordLength, _consumed, _linesInRecord) = (scan.RecordLength, scan.Consumed, scan.Lines);
            return true;
        }

        string where = $"{sourceName}, line {Line + scan.Lines}, field {_fields.Count + 1}";
        throw new InvalidRequestException(result == CsvScanResult.OpenQuote
            ? $"{where}: a quoted field has no closing quote before the input ends. Close it, or double each quote that is "
                + "part of the text."
            : $"{where}: there is text after the closing quote of a field. Double each quote that is part of the text, as "
                + "in \"5\"\" pipe\".");
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MaxRecordLength)
            {
                throw new InvalidRequestException(
                    $"{sourceName}, line {Line}: a record is longer than {MaxRecordLength} characters. Close the quote that "
                    + "was left open, or give the delimiter with --delimiter.");
            }

            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, MaxRecordLength));
        }

        try
        {
            int read = await reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _endOfInput = read == 0;
            _end += read;
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidRequestException(
                $"{sourceName}, on or after line {Line}: the bytes are not UTF-8 text. Convert the file to UTF-8.",
                innerException: exception);
        }
    }
}
