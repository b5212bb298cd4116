namespace Inference.Sdk.Cli.Csv;

/// <summary>Finds the fields and the end of the record that a text begins with.</summary>
internal ref struct CsvRecordScan(ReadOnlySpan<char> text, char delimiter, bool isLast, List<CsvField> fields)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    /// <summary>Gets the characters of the record, its line end left out.</summary>
    public int RecordLength { get; private set; }

    /// <summary>Gets the characters of the record and its line end.</summary>
    public int Consumed { get; private set; }

    /// <summary>Gets the line ends passed; on an error, those before the field at fault.</summary>
    public int Lines { get; private set; }

    /// <summary>Scans.</summary>
    public CsvScanResult Run()
    {
        fields.Clear();
        while (true)
        {
            CsvScanResult field = _position < _text.Length && _text[_position] == '"' ? ScanQuoted() : ScanPlain();
            if (field != CsvScanResult.Complete)
            {
                return field;
            }

            if (_position < _text.Length && _text[_position] == delimiter)
            {
                _position++;
                continue;
            }

            return ScanLineEnd();
        }
    }

    private CsvScanResult ScanPlain()
    {
        int length = _text[_position..].IndexOfAny(delimiter, '\n', '\r');
        if (length < 0)
        {
            if (!isLast)
            {
                return CsvScanResult.NeedsMore;
            }

            length = _text.Length - _position;
        }

        fields.Add(new CsvField(_position, length, false));
        _position += length;
        return CsvScanResult.Complete;
    }

    private CsvScanResult ScanQuoted()
    {
        int begin = _position + 1;
        int lines = 0;
        bool escapes = false;
        for (int i = begin; i < _text.Length; i++)
        {
            char c = _text[i];
            if (c == '"')
            {
                if (i + 1 == _text.Length && !isLast)
                {
                    return CsvScanResult.NeedsMore;
                }

                if (i + 1 < _text.Length && _text[i + 1] == '"')
                {
                    escapes = true;
                    i++;
                    continue;
                }

                return CloseQuoted(begin, i, lines, escapes);
            }

            // A CR that an LF follows is counted with it.
            if (c == '\n' || (c == '\r' && !(i + 1 < _text.Length && _text[i + 1] == '\n')))
            {
                lines++;
            }
        }

        return isLast ? CsvScanResult.OpenQuote : CsvScanResult.NeedsMore;
    }

    private CsvScanResult CloseQuoted(int begin, int end, int lines, bool escapes)
    {
        int next = end + 1;
        if (next < _text.Length && _text[next] != delimiter && _text[next] is not ('\n' or '\r'))
        {
            return CsvScanResult.TextAfterQuote;
        }

        fields.Add(new CsvField(begin, end - begin, escapes));
        _position = next;
        Lines += lines;
        return CsvScanResult.Complete;
    }

    private CsvScanResult ScanLineEnd()
    {
        RecordLength = _position;
        if (_position < _text.Length)
        {
            bool carriageReturn = _text[_position] == '\r';
            if (carriageReturn && _position + 1 == _text.Length && !isLast)
            {
                return CsvScanResult.NeedsMore;
            }

            _position += carriageReturn && _position + 1 < _text.Length && _text[_position + 1] == '\n' ? 2 : 1;
            Lines++;
        }

        Consumed = _position;
        return CsvScanResult.Complete;
    }
}
