using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Registration;

/// <summary>Builds one predictor's pipeline, and passes registration on.</summary>
internal sealed class PredictorBuilder<TInput, TOutput>(
    IInferenceBuilder builder, PlainRegistration<TInput, TOutput> registration) : IPredictorBuilder<TInput, TOutput>
{
    public string Name => registration.Name;

    public IServiceCollection Services => builder.Services;

    public IConfiguration? Configuration => builder.Configuration;

    public IPredictorBuilder<TInput, TOutput> Use(
        Func<IPredictor<TInput, TOutput>, IServiceProvider, IPredictor<TInput, TOutput>> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        registration.Middleware.Add(middleware);
        return this;
    }

    public IPredictorBuilder<TInput, TOutput> WarmUp()
    {
        registration.WarmUp = true;
        return this;
    }

    public IPredictorBuilder<TIn, TOut> AddPredictor<TIn, TOut>(
        string name, Func<IServiceProvider, IModelSource<IPredictor<TIn, TOut>>> source) =>
        builder.AddPredictor(name, source);

    public IStreamingPredictorBuilder<TIn, TOut, TPiece> AddStreamingPredictor<TIn, TOut, TPiece>(
        string name, Func<IServiceProvider, IModelSource<IStreamingPredictor<TIn, TOut, TPiece>>> source) =>
        builder.AddStreamingPredictor(name, source);
}
