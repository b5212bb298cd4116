using System.Runtime.CompilerServices;

namespace Inference.Sdk.Tests.Fakes;

/// <summary>An engine's predictor, whose behaviour is a delegate.</summary>
internal sealed class FakePredictor : IPredictor<House, double>
{
    public PredictorMetadata Metadata { get; init; } = new()
    {
        Name = "engine's own",
        Kind = PredictorKind.Tabular,
        Model = Reports.Model,
    };

    public Func<House, PredictionOptions?, CancellationToken, ValueTask<Prediction<double>>> OnPredict { get; init; } =
        (house, options, _) => new(new Prediction<double>(house.Area, Reports.Of(options)));

    public Action OnDispose { get; init; } = () => { };

    public int Disposals { get; private set; }

    public ValueTask<Prediction<double>> PredictAsync(
        House input, PredictionOptions? options = null, CancellationToken cancellationToken = default) =>
        OnPredict(input, options, cancellationToken);

    public async IAsyncEnumerable<Prediction<double>> PredictBatchAsync(
        IAsyncEnumerable<House> inputs,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (House input in inputs.WithCancellation(cancellationToken))
        {
            yield return await OnPredict(input, null, cancellationToken);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public ValueTask DisposeAsync()
    {
        Disposals++;
        OnDispose();
        return ValueTask.CompletedTask;
    }
}
