using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Samples;

/// <summary>The sample models in one container with a kernel, loaded once for all tests of a class.</summary>
public sealed class SampleModels : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public SampleModels()
    {
        var services = new ServiceCollection();
        services.AddInference()
            .AddGguf("assistant", o =>
            {
                o.ModelPath = RepositoryRoot.PathOf("samples/models/house-assistant-q8_0.gguf");
                o.Threads = 1;
            })
            .AddTabular("house-price", o => o.ModelPath = RepositoryRoot.PathOf("samples/models/house-price.xgb.json"));
        services.AddKernel()
            .AddInferenceChatCompletion("assistant").AddInferenceChatClient("assistant")
            .Plugins.AddFromPredictor("house-price");
        services.AddSingleton<IInferenceObserver>(Predictions);
        _provider = services.BuildServiceProvider();
    }

    /// <summary>Gets what the container's observer saw.</summary>
    internal PredictionRecorder Predictions { get; } = new();

    internal IServiceProvider Services => _provider;

    /// <summary>Gets a kernel of its own for each caller, over the same models.</summary>
    internal Kernel CreateKernel() => _provider.GetRequiredService<Kernel>();

    internal IPredictor<FeatureRow, float> Prices =>
        _provider.GetRequiredKeyedService<IPredictor<FeatureRow, float>>("house-price");

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
