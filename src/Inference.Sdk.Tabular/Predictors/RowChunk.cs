using System.Runtime.ExceptionServices;

namespace Inference.Sdk.Tabular;

/// <summary>Gathers the inputs that are there already, up to a bound, so that they are scored together. It never waits
/// for more while it holds some, so that a slow source delays nobody.</summary>
internal sealed class RowChunk<TInput> : IAsyncDisposable
{
    // 128 KiB of values at most, and 256 rows: enough to spread what a chunk costs, little enough to stay in a cache.
    private const int MaxRows = 256;
    private const int MaxValues = 16 * 1024;

    private readonly CancellationTokenSource _abandon;
    private readonly IAsyncEnumerator<TInput> _source;
    private readonly IRowWriter<TInput> _writer;
    private readonly ReportFactory _reports;
    private readonly int _width;
    private readonly double[] _values;
    private readonly long[] _arrivals;
    private readonly CancellationToken _cancellationToken;
    private ValueTask<bool>? _pending;
    private ExceptionDispatchInfo? _fault;
    private long _position;

    public RowChunk(
        IAsyncEnumerable<TInput> inputs, IRowWriter<TInput> writer, int width, ReportFactory reports,
        CancellationToken cancellationToken)
    {
        Capacity = Math.Clamp(MaxValues / Math.Max(width, 1), 1, MaxRows);
        _abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source = inputs.GetAsyncEnumerator(_abandon.Token);
        _writer = writer;
        _reports = reports;
        _width = width;
        _values = new double[Capacity * width];
        _arrivals = new long[Capacity];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gets the most rows it holds.</summary>
    public int Capacity { get; }

    /// <summary>Gets the rows it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Gets their values, row after row.</summary>
    public ReadOnlyMemory<double> Rows => _values.AsMemory(0, Count * _width);

    /// <summary>Gets when an input came.</summary>
    public long ArrivedAt(int row) => _arrivals[row];

    /// <summary>Gathers the next rows.</summary>
    /// <returns>Whether there are any.</returns>
    /// <exception cref="InvalidRequestException">The next input is not one the model can take. This and every other error,
    /// the source's or a feature map's own, comes when those before it have been gathered.</exception>
    public async ValueTask<bool> FillAsync()
    {
        Count = 0;
        _fault?.Throw();
        while (Count < Capacity)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ValueTask<bool> next = _pending ?? MoveNextAsync();
            _pending = null;
            if (Count > 0 && !next.IsCompletedSuccessfully)
            {
                _pending = next;
                return true;
            }

            if (!await next.ConfigureAwait(false))
            {
                return Count > 0;
            }

            if (!TryAddCurrent())
            {
                if (Count > 0)
                {
                    return true;
                }

                _fault!.Throw();
            }
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        // Left in the middle of waiting: the source is told, and its answer, whatever it is, concerns nobody any more.
        if (_pending is { } pending)
        {
            await _abandon.CancelAsync().ConfigureAwait(false);
            await ((Task)pending.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _source.DisposeAsync().ConfigureAwait(false);
        _abandon.Dispose();
    }

    private ValueTask<bool> MoveNextAsync()
    {
        try
        {
            return _source.MoveNextAsync();
        }
        catch (Exception error)
        {
            return ValueTask.FromException<bool>(error);
        }
    }

    private bool TryAddCurrent()
    {
        try
        {
            _writer.Write(_source.Current, _values.AsSpan(Count * _width, _width));
        }
        catch (InvalidRequestException e)
        {
            _fault = ExceptionDispatchInfo.Capture(
                new InvalidRequestException($"Row {_position}: {e.Message}", e.Parameter, _position, e));
            return false;
        }
        catch (Exception e)
        {
            _fault = ExceptionDispatchInfo.Capture(e);
            return false;
        }

        _arrivals[Count++] = _reports.Now();
        _position++;
        return true;
    }
}
