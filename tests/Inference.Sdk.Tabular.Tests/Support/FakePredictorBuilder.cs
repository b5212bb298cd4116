using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Tabular.Tests;

/// <summary>A pipeline nobody builds.</summary>
internal sealed class FakePredictorBuilder<TInput, TOutput>(FakeInferenceBuilder builder, string name)
    : IPredictorBuilder<TInput, TOutput>
{
    public string Name => name;

    public IServiceCollection Services => builder.Services;

    public IConfiguration? Configuration => builder.Configuration;

    public IPredictorBuilder<TInput, TOutput> Use(
        Func<IPredictor<TInput, TOutput>, IServiceProvider, IPredictor<TInput, TOutput>> middleware) => this;

    public IPredictorBuilder<TInput, TOutput> WarmUp() => this;

    public IPredictorBuilder<TOther, TOtherOutput> AddPredictor<TOther, TOtherOutput>(
        string otherName, Func<IServiceProvider, IModelSource<IPredictor<TOther, TOtherOutput>>> source) =>
        builder.AddPredictor(otherName, source);

    public IStreamingPredictorBuilder<TOther, TOtherOutput, TUpdate> AddStreamingPredictor<TOther, TOtherOutput, TUpdate>(
        string otherName, Func<IServiceProvider, IModelSource<IStreamingPredictor<TOther, TOtherOutput, TUpdate>>> source) =>
        builder.AddStreamingPredictor(otherName, source);
}
