namespace Inference.Sdk.Tabular;

/// <summary>Predicts from inputs of the host's own type with a tabular model.</summary>
/// <typeparam name="TInput">The input type.</typeparam>
/// <remarks>Checks every value against the schema, as <see cref="TabularPredictor"/> does for rows, and shares its
/// notes on concurrency and disposal.</remarks>
public sealed class TabularPredictor<TInput> : IPredictor<TInput, float>
{
    private readonly RowPredictor<TInput> _rows;
    private readonly TabularPredictor _untyped;

    /// <summary>Makes a predictor.</summary>
    /// <param name="model">The model, which can serve any number of predictors.</param>
    /// <param name="map">How its features are read from an input; bound now, not looked at later.</param>
    /// <param name="name">The predictor's name; by default the model's.</param>
    /// <param name="timeProvider">The clock of reports; by default the system's.</param>
    /// <exception cref="InferenceConfigurationException">The map does not fit the model's schema: it names an unknown
    /// feature, leaves a required one out, maps one twice, or maps a number to a text. Every mismatch is
    /// listed.</exception>
    public TabularPredictor(
        TabularModel model, FeatureMap<TInput> map, string? name = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        _untyped = new TabularPredictor(model, name, timeProvider);
        var writer = new FeatureMapWriter<TInput>(map, new RowCheck(model), Metadata.Name);
        _rows = new RowPredictor<TInput>(model, writer, timeProvider ?? TimeProvider.System, Metadata.Name);
    }

    /// <summary>Gets the model.</summary>
    public TabularModel Model => _untyped.Model;

    /// <inheritdoc/>
    public PredictorMetadata Metadata => _untyped.Metadata;

    /// <summary>Predicts from an input without a report. Allocates nothing of its own.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The prediction.</returns>
    /// <exception cref="InvalidRequestException">A value is not one its feature takes.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed.</exception>
    public float Predict(TInput input) => (float)_rows.Score(input);

    /// <inheritdoc/>
    public ValueTask<Prediction<float>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        _rows.PredictAsync(input, options, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Prediction<float>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _rows.PredictBatchAsync(inputs, cancellationToken);
    }

    /// <summary>Asks for a service: this predictor, its <see cref="TabularModel"/>, or the
    /// <see cref="TabularPredictor"/> over the same model, whose span methods are the fast path.</summary>
    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : _untyped.GetService(serviceType, serviceKey);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        await _untyped.DisposeAsync().ConfigureAwait(false);
    }
}
