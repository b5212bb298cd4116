using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tabular.Tests;

/// <summary>Keeps what an engine registers, and makes its sources when asked.</summary>
internal sealed class FakeInferenceBuilder(IConfiguration? configuration = null) : IInferenceBuilder
{
    private readonly Dictionary<string, Func<IServiceProvider, object>> _sources = new(StringComparer.Ordinal);

    public IServiceCollection Services { get; } = new ServiceCollection();

    public IConfiguration? Configuration => configuration;

    public IModelSource<IPredictor<TInput, float>> Source<TInput>(string name) =>
        (IModelSource<IPredictor<TInput, float>>)_sources[name](Services.BuildServiceProvider());

    public IPredictorBuilder<TInput, TOutput> AddPredictor<TInput, TOutput>(
        string name, Func<IServiceProvider, IModelSource<IPredictor<TInput, TOutput>>> source)
    {
        if (!_sources.TryAdd(name, source))
        {
            throw new InferenceConfigurationException([$"'{name}' is taken."]);
        }

        return new FakePredictorBuilder<TInput, TOutput>(this, name);
    }

    public IStreamingPredictorBuilder<TInput, TOutput, TUpdate> AddStreamingPredictor<TInput, TOutput, TUpdate>(
        string name, Func<IServiceProvider, IModelSource<IStreamingPredictor<TInput, TOutput, TUpdate>>> source) =>
        throw new NotSupportedException("Tabular predictors do not stream.");
}
