namespace Inference.Sdk.SemanticKernel.Tests;

internal sealed class FakeCatalog(params IPredictor[] predictors) : IPredictorCatalog
{
    public IReadOnlyList<PredictorEntry> Entries { get; } =
    [
        .. predictors.Select(p => p is FakeChatPredictor
            ? new PredictorEntry(p.Metadata.Name, typeof(ChatRequest), typeof(Microsoft.Extensions.AI.ChatResponse), null, true)
            : new PredictorEntry(p.Metadata.Name, typeof(FeatureRow), typeof(float), null, true)),
    ];

    public IPredictor Get(string name) => predictors.FirstOrDefault(p => p.Metadata.Name == name)
        ?? throw new PredictorNotFoundException(name, $"There is no '{name}'.");

    public IPredictor<TInput, TOutput> Get<TInput, TOutput>(string name) => (IPredictor<TInput, TOutput>)Get(name);
}
