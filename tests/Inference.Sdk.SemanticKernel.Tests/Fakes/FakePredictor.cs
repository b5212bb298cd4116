using System.Runtime.CompilerServices;

namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A predictor made of a function, which remembers its inputs.</summary>
internal sealed class FakePredictor<TInput, TOutput>(PredictorMetadata metadata, Func<TInput, TOutput> predict)
    : IPredictor<TInput, TOutput>, IFake
{
    public List<TInput> Inputs { get; } = [];

    public bool IsDisposed { get; private set; }

    public PredictorMetadata Metadata => metadata;

    public void AddTo(IInferenceBuilder builder) =>
        builder.AddPredictor(metadata.Name, _ => new FakeSource<IPredictor<TInput, TOutput>>(this));

    public ValueTask<Prediction<TOutput>> PredictAsync(
        TInput input, PredictionOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Inputs.Add(input);
        var report = new PredictionReport { Id = Guid.NewGuid(), Model = metadata.Model };
        return ValueTask.FromResult(new Prediction<TOutput>(predict(input), report));
    }

    public async IAsyncEnumerable<Prediction<TOutput>> PredictBatchAsync(
        IAsyncEnumerable<TInput> inputs,
        PredictionOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (TInput input in inputs.WithCancellation(cancellationToken))
        {
            yield return await PredictAsync(input, options, cancellationToken);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
