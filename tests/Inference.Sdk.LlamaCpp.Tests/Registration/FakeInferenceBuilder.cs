using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.LlamaCpp.Tests.Registration;

/// <summary>Keeps the one chat predictor that is registered with it.</summary>
internal sealed class FakeInferenceBuilder(IConfiguration? configuration = null)
    : IStreamingPredictorBuilder<ChatRequest, ChatResponse, ChatResponseUpdate>
{
    private object? _source;

    public IServiceCollection Services { get; } = new ServiceCollection();

    public IConfiguration? Configuration => configuration;

    public string Name { get; private set; } = string.Empty;

    public IModelSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>> Build() =>
        ((Func<IServiceProvider, IModelSource<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>>)_source!)(
            Services.BuildServiceProvider());

    public IStreamingPredictorBuilder<TInput, TOutput, TUpdate> AddStreamingPredictor<TInput, TOutput, TUpdate>(
        string name, Func<IServiceProvider, IModelSource<IStreamingPredictor<TInput, TOutput, TUpdate>>> source)
    {
        Name = name;
        _source = source;
        return (IStreamingPredictorBuilder<TInput, TOutput, TUpdate>)(object)this;
    }

    public IPredictorBuilder<TInput, TOutput> AddPredictor<TInput, TOutput>(
        string name, Func<IServiceProvider, IModelSource<IPredictor<TInput, TOutput>>> source) =>
        throw new NotSupportedException("A chat model streams.");

    public IStreamingPredictorBuilder<ChatRequest, ChatResponse, ChatResponseUpdate> Use(
        Func<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>, IServiceProvider,
            IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>> middleware) =>
        throw new NotSupportedException("Not what is tested here.");

    public IStreamingPredictorBuilder<ChatRequest, ChatResponse, ChatResponseUpdate> WarmUp() =>
        throw new NotSupportedException("Not what is tested here.");
}
