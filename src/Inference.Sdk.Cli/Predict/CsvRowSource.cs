using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Inference.Sdk.Cli.Csv;

namespace Inference.Sdk.Cli.Predict;

/// <summary>Turns the records of a file into rows for a model, and keeps each record's text until its prediction is there.
/// </summary>
/// <remarks>The rows are pulled by the engine, as far ahead as it looks; the texts are taken by the writer.</remarks>
internal sealed class CsvRowSource(CsvReader reader, FeatureSchema schema, CsvRowSettings settings)
{
    // Engines may pull rows on a thread of their own.
    private readonly ConcurrentQueue<InputRow> _inFlight = new();
    private readonly FeatureRowBuilder _builder = new(schema);
    private string[] _names = [];
    private bool _recordIsRow;

    /// <summary>Gets which column holds which feature. Known once <see cref="BeginAsync"/> has returned.</summary>
    public ColumnMap Map { get; private set; } = null!;

    /// <summary>Gets the header as it was written, or <see langword="null"/> where the file has none.</summary>
    public string? Header { get; private set; }

    /// <summary>Gets the line end that the file begins with.</summary>
    public string NewLine { get; private set; } = "\n";

    /// <summary>Gets the names of the file's columns.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads the header and matches it with the model.</summary>
    /// <exception cref="InvalidRequestException">There is none, or it does not fit the model.</exception>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidRequestException(
                $"{reader.SourceName} is empty. Give it a header with the names of the model's features, and a row for each "
                + "prediction.");
        }

        NewLine = reader.LineEnd.IsEmpty ? "\n" : reader.LineEnd.ToString();
        if (settings.HasHeader)
        {
            Header = reader.RawRecord.ToString();
            _names = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetField(i).Trim().ToString())];
            Map = ColumnMap.FromHeader(schema, _names, reader.SourceName);
        }
        else
        {
            Map = ColumnMap.FromPosition(schema, reader.FieldCount, reader.SourceName);
            _names = [.. schema.Features.Select(f => f.Name)];
            _recordIsRow = true;
        }
    }

    /// <summary>Reads the rows.</summary>
    /// <exception cref="InvalidRequestException">A row does not fit the model; the message says where.</exception>
    public async IAsyncEnumerable<FeatureRow> ReadRowsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (_recordIsRow || await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _recordIsRow = false;

            // An empty line of a file with one column is a row with a missing value.
            if (reader.IsBlank && _names.Length > 1)
            {
                continue;
            }

            FeatureRow row = Parse();
            _inFlight.Enqueue(new InputRow(reader.Line, reader.RawRecord.ToString()));
            yield return row;
        }
    }

    /// <summary>Takes the oldest row whose prediction was not there yet.</summary>
    public bool TryTake(out InputRow row) => _inFlight.TryDequeue(out row);

    private FeatureRow Parse()
    {
        if (reader.FieldCount != _names.Length)
        {
            throw new InvalidRequestException(
                $"{reader.SourceName}, line {reader.Line}: there are {reader.FieldCount} fields, and the file has "
                + $"{_names.Length} columns. Quote fields that contain the delimiter, and leave missing values empty.");
        }

        _builder.Clear();
        try
        {
            for (int i = 0; i < _names.Length; i++)
            {
                ReadOnlySpan<char> text = reader.GetField(i);
                if (Map.Columns[i] is { } feature && !settings.IsMissing(text))
                {
                    Set(feature, text);
                }
            }

            return _builder.Build();
        }
        catch (InvalidRequestException exception)
        {
            throw new InvalidRequestException(
                $"{reader.SourceName}, line {reader.Line}, column '{exception.Parameter}': {exception.Message}",
                exception.Parameter,
                exception.Row,
                exception);
        }
    }

    private void Set(FeatureDescriptor feature, ReadOnlySpan<char> text)
    {
        if (!settings.HasCategoryCodes || feature.Type != FeatureType.Category)
        {
            _builder.Set(feature.Name, text);
        }
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double position))
        {
            _builder.Set(feature.Name, position);
        }
        else
        {
            throw new InvalidRequestException(
                $"Feature '{feature.Name}' was given '{text}', and with --category-codes it is a position from 0 to "
                + $"{feature.Categories.Count - 1}.",
                feature.Name);
        }
    }
}
