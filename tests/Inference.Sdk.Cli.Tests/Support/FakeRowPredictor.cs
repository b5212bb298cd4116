using System.Runtime.CompilerServices;

namespace Inference.Sdk.Cli.Tests.Support;

/// <summary>A predictor of rows that is a function, with a look-ahead as an engine has one.</summary>
internal sealed class FakeRowPredictor(FeatureSchema schema, Func<FeatureRow, float> predict) : IPredictor<FeatureRow, float>
{
    private static readonly PredictionReport Report = new() { Id = Guid.Empty, Model = ModelIdentity.Unknown };

    /// <summary>Gets how many rows are read before the first prediction is given.</summary>
    public int LookAhead { get; init; } = 1;

    /// <summary>Gets the most rows that were read and not yet given a prediction.</summary>
    public int MostInFlight { get; private set; }

    public PredictorMetadata Metadata => new()
    {
        Name = "fake",
        Kind = PredictorKind.Custom,
        Model = ModelIdentity.Unknown,
        InputSchema = schema,
    };

    public ValueTask<Prediction<float>> PredictAsync(
        FeatureRow input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        new(new Prediction<float>(predict(input), Report));

    public async IAsyncEnumerable<Prediction<float>> PredictBatchAsync(
        IAsyncEnumerable<FeatureRow> inputs,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var held = new Queue<FeatureRow>();
        await foreach (FeatureRow row in inputs.WithCancellation(cancellationToken))
        {
            held.Enqueue(row);
            MostInFlight = Math.Max(MostInFlight, held.Count);
            if (held.Count == LookAhead)
            {
                yield return await PredictAsync(held.Dequeue(), options, cancellationToken);
            }
        }

        while (held.TryDequeue(out FeatureRow? row))
        {
            yield return await PredictAsync(row, options, cancellationToken);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public ValueTask DisposeAsync() => default;
}
