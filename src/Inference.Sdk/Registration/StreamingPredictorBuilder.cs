using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Registration;

/// <summary>Builds one streaming predictor's pipeline, and passes registration on.</summary>
internal sealed class StreamingPredictorBuilder<TInput, TOutput, TUpdate>(
    IInferenceBuilder builder, StreamingRegistration<TInput, TOutput, TUpdate> registration)
    : IStreamingPredictorBuilder<TInput, TOutput, TUpdate>
{
    public string Name => registration.Name;

    public IServiceCollection Services => builder.Services;

    public IConfiguration? Configuration => builder.Configuration;

    public IStreamingPredictorBuilder<TInput, TOutput, TUpdate> Use(
        Func<IStreamingPredictor<TInput, TOutput, TUpdate>, IServiceProvider, IStreamingPredictor<TInput, TOutput, TUpdate>>
            middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        registration.Middleware.Add(middleware);
        return this;
    }

    public IStreamingPredictorBuilder<TInput, TOutput, TUpdate> WarmUp()
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
