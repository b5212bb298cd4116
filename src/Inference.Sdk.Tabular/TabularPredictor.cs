namespace Inference.Sdk.Tabular;

/// <summary>Predicts from rows of features with a tabular model.</summary>
/// <remarks>
/// <para><b>Two paths.</b> <see cref="PredictAsync"/> checks every value against the schema and reports what a
/// prediction took. The span methods are the fast path: they allocate nothing, take no lock, and check the number of
/// values only. To them, NaN is a missing value, infinities are compared as numbers are, and negative zero is
/// zero.</para>
/// <para><b>Concurrency.</b> Safe for any number of concurrent callers. The model is managed memory that the predictor
/// shares, so disposal has nothing to wait for: a prediction in flight ends, the next one throws.</para>
/// </remarks>
public sealed class TabularPredictor : IPredictor<FeatureRow, float>
{
    private readonly RowPredictor<FeatureRow> _rows;

    /// <summary>Makes a predictor.</summary>
    /// <param name="model">The model, which can serve any number of predictors.</param>
    /// <param name="name">The predictor's name; by default the model's.</param>
    /// <param name="timeProvider">The clock of reports; by default the system's.</param>
    public TabularPredictor(TabularModel model, string? name = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        Metadata = TabularMetadata.Of(model, name ?? model.Identity.Name);
        _rows = new RowPredictor<FeatureRow>(
            model, new FeatureRowWriter(new RowCheck(model)), timeProvider ?? TimeProvider.System, Metadata.Name);
    }

    /// <summary>Gets the model.</summary>
    public TabularModel Model { get; }

    /// <inheritdoc/>
    public PredictorMetadata Metadata { get; }

    /// <summary>Predicts from a row.</summary>
    /// <param name="row">A value for each feature, in the order of the schema; NaN for a missing one.</param>
    /// <returns>The prediction. A LightGBM or linear model computes it in 64 bits and rounds it once.</returns>
    /// <exception cref="InvalidRequestException">The number of values is not that of the features.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    public float Predict(ReadOnlySpan<float> row) => (float)_rows.Scorer.Score(row);

    /// <summary>Predicts from a row.</summary>
    /// <param name="row">A value for each feature, in the order of the schema; NaN for a missing one. An XGBoost model
    /// rounds each to 32 bits first, as XGBoost does.</param>
    /// <returns>The prediction, all 64 bits of it where the model computes in 64 bits.</returns>
    /// <exception cref="InvalidRequestException">The number of values is not that of the features.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    public double Predict(ReadOnlySpan<double> row) => _rows.Scorer.Score(row);

    /// <summary>Computes the raw score of a row: before the objective's transform, the log-odds of a binary
    /// model.</summary>
    /// <param name="row">A value for each feature, in the order of the schema; NaN for a missing one.</param>
    /// <returns>The raw score. For a LightGBM random forest, the sum of the trees, as LightGBM has it.</returns>
    /// <exception cref="InvalidRequestException">The number of values is not that of the features.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    public float PredictRaw(ReadOnlySpan<float> row) => (float)_rows.Scorer.Raw(row);

    /// <inheritdoc cref="PredictRaw(ReadOnlySpan{float})"/>
    public double PredictRaw(ReadOnlySpan<double> row) => _rows.Scorer.Raw(row);

    /// <summary>Predicts from many rows.</summary>
    /// <param name="rowsRowMajor">The rows, one after the other.</param>
    /// <param name="output">Receives a prediction for each row.</param>
    /// <exception cref="InvalidRequestException">The number of values is not that of the features times that of the
    /// predictions.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    public void PredictBatch(ReadOnlySpan<float> rowsRowMajor, Span<float> output) =>
        _rows.Scorer.Score(rowsRowMajor, output);

    /// <inheritdoc cref="PredictBatch(ReadOnlySpan{float}, Span{float})"/>
    public void PredictBatch(ReadOnlySpan<double> rowsRowMajor, Span<double> output) =>
        _rows.Scorer.Score(rowsRowMajor, output);

    /// <inheritdoc/>
    public ValueTask<Prediction<float>> PredictAsync(
        FeatureRow input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        _rows.PredictAsync(input, options, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Prediction<float>> PredictBatchAsync(
        IAsyncEnumerable<FeatureRow> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _rows.PredictBatchAsync(inputs, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(Model) ? Model
            : null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _rows.Dispose();
        return ValueTask.CompletedTask;
    }
}
