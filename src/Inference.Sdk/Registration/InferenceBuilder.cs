using Inference.Sdk.Pipeline;
using Inference.Sdk.Startup;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Inference.Sdk.Registration;

/// <summary>Registers predictors in a container.</summary>
internal sealed class InferenceBuilder(
    IServiceCollection services, PredictorRegistry registry, IConfiguration? configuration) : IInferenceBuilder
{
    public IServiceCollection Services => services;

    public IConfiguration? Configuration => configuration;

    public IPredictorBuilder<TInput, TOutput> AddPredictor<TInput, TOutput>(
        string name, Func<IServiceProvider, IModelSource<IPredictor<TInput, TOutput>>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var registration = new PlainRegistration<TInput, TOutput>(name, source);
        AddHandle(registration);
        registration.IsDefault = AddService<IPredictor<TInput, TOutput>>(name);
        return new PredictorBuilder<TInput, TOutput>(this, registration);
    }

    public IStreamingPredictorBuilder<TInput, TOutput, TUpdate> AddStreamingPredictor<TInput, TOutput, TUpdate>(
        string name, Func<IServiceProvider, IModelSource<IStreamingPredictor<TInput, TOutput, TUpdate>>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var registration = new StreamingRegistration<TInput, TOutput, TUpdate>(name, source);
        AddHandle(registration);
        AddService<IPredictor<TInput, TOutput>>(name);
        registration.IsDefault = AddService<IStreamingPredictor<TInput, TOutput, TUpdate>>(name);
        if (typeof(IStreamingPredictor<TInput, TOutput, TUpdate>)
            == typeof(IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>))
        {
            services.AddKeyedSingleton(name, static (s, key) => Handle(s, key).ChatClient);
            services.TryAddSingleton(s => Handle(s, name).ChatClient);
        }

        return new StreamingPredictorBuilder<TInput, TOutput, TUpdate>(this, registration);
    }

    private static PredictorHandle Handle(IServiceProvider services, object? name) =>
        services.GetRequiredKeyedService<PredictorHandle>(name);

    private void AddHandle(PredictorRegistration registration)
    {
        registry.Add(registration);
        services.AddKeyedSingleton(registration.Name, (s, _) => s.GetRequiredService<PredictorSources>().Build(registration));
        services.AddKeyedSingleton(registration.Name, static (s, key) => Handle(s, key).Predictor);
    }

    // Returns whether it is the one that is resolved without a name.
    private bool AddService<TPredictor>(string name)
        where TPredictor : class, IPredictor
    {
        services.AddKeyedSingleton(name, static (s, key) => (TPredictor)Handle(s, key).Predictor);
        int before = services.Count;
        services.TryAddSingleton(s => (TPredictor)Handle(s, name).Predictor);
        return services.Count > before;
    }
}
