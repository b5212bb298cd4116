using System.Buffers;
using System.Runtime.CompilerServices;

namespace Inference.Sdk.Tabular;

/// <summary>What both public predictors are: inputs to rows, rows to predictions with their reports.</summary>
internal sealed class RowPredictor<TInput>
{
    // 2 KiB: rows of most models, and far below any thread's stack.
    private const int StackValues = 256;

    private readonly Scorer _scorer;
    private readonly IRowWriter<TInput> _writer;
    private readonly ReportFactory _reports;
    private readonly string _name;
    private volatile bool _disposed;

    public RowPredictor(TabularModel model, IRowWriter<TInput> writer, TimeProvider time, string name)
    {
        _scorer = new Scorer(model);
        _writer = writer;
        _reports = new ReportFactory(model.Identity, time);
        _name = name;
    }

    public Scorer Scorer => !_disposed
        ? _scorer
        : throw new ObjectDisposedException(
            _name, $"Predictor '{_name}' has been disposed. Make another of the same model, which is not disposed.");

    public void Dispose() => _disposed = true;

    public double Score(TInput input)
    {
        Scorer scorer = Scorer;
        int width = scorer.FeatureCount;
        double[]? rented = width > StackValues ? ArrayPool<double>.Shared.Rent(width) : null;
        Span<double> row = rented ?? stackalloc double[StackValues];
        try
        {
            row = row[..width];
            _writer.Write(input, row);
            return scorer.Score(row);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<double>.Shared.Return(rented);
            }
        }
    }

    public ValueTask<Prediction<float>> PredictAsync(
        TInput input, PredictionOptions? options, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Prediction<float>>(cancellationToken);
        }

        try
        {
            long began = _reports.Now();
            float value = (float)Score(input);
            long ended = _reports.Now();
            return new(new Prediction<float>(
                value,
                _reports.Make(options?.PredictionId, began, began, ended, _reports.Share(began, ended, 0, 1))));
        }
        catch (Exception error)
        {
            // In the task, where errors of predictions are that do wait: for a model to load, in a middleware.
            return ValueTask.FromException<Prediction<float>>(error);
        }
    }

    public async IAsyncEnumerable<Prediction<float>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int width = Scorer.FeatureCount;
        var chunk = new RowChunk<TInput>(inputs, _writer, width, _reports, cancellationToken);
        await using (chunk.ConfigureAwait(false))
        {
            double[] scores = new double[chunk.Capacity];
            while (await chunk.FillAsync().ConfigureAwait(false))
            {
                long began = _reports.Now();
                Scorer.Score(chunk.Rows.Span, scores.AsSpan(0, chunk.Count));
                long ended = _reports.Now();
                for (int i = 0; i < chunk.Count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return new Prediction<float>(
                        (float)scores[i],
                        _reports.Make(
                            null, chunk.ArrivedAt(i), began, ended, _reports.Share(began, ended, i, chunk.Count)));
                }
            }
        }
    }
}
