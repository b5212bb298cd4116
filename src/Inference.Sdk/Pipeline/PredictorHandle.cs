using Microsoft.Extensions.AI;

namespace Inference.Sdk.Pipeline;

/// <summary>Owns one predictor's pipeline in a container.</summary>
/// <remarks>The container disposes whatever a factory returned, each time a factory returned it. One predictor has several
/// services, so none of them can be its owner: disposing them does nothing, and this, the only keyed singleton that is
/// theirs alone, disposes the pipeline: after what was made later and may use it, before what it was made from.</remarks>
internal sealed class PredictorHandle(
    IPredictor predictor, IPredictor pipeline, Func<CancellationToken, ValueTask> load) : IAsyncDisposable
{
    private IChatClient? _chatClient;
    private int _disposed;

    /// <summary>Gets what the container hands out.</summary>
    public IPredictor Predictor { get; } = predictor;

    /// <summary>Gets the predictor as Microsoft.Extensions.AI's client; only for chat predictors.</summary>
    public IChatClient ChatClient => LazyInitializer.EnsureInitialized(
        ref _chatClient,
        () => ((IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>)Predictor).AsChatClient());

    /// <summary>Loads the model where it is not.</summary>
    public ValueTask LoadAsync(CancellationToken cancellationToken) => load(cancellationToken);

    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _disposed, 1) == 0 ? pipeline.DisposeAsync() : ValueTask.CompletedTask;
}
