namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A source whose model is there already.</summary>
internal sealed class FakeSource<TPredictor>(TPredictor predictor) : IModelSource<TPredictor>
    where TPredictor : IPredictor
{
    public PredictorMetadata Describe() => predictor.Metadata;

    public ValueTask<TPredictor> LoadAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(predictor);
}
