using Inference.Sdk.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Registration;

/// <summary>A recipe whose pipeline is made of <typeparamref name="TPredictor"/>s: what plain and streaming predictors have
/// in common.</summary>
internal abstract class PredictorRegistration<TPredictor>(
    string name, Type inputType, Type outputType, Type? updateType, Func<IServiceProvider, IModelSource<TPredictor>> source)
    : PredictorRegistration(name, inputType, outputType, updateType)
    where TPredictor : class, IPredictor
{
    /// <summary>Gets the host's middleware; the first is the outermost.</summary>
    public List<Func<TPredictor, IServiceProvider, TPredictor>> Middleware { get; } = [];

    public sealed override object CreateSource(IServiceProvider services) =>
        source(services) ?? throw new InferenceConfigurationException(["its source is null. Return a model source."]);

    public sealed override ValueTask CheckAsync(object source, CancellationToken cancellationToken) =>
        ((IModelSource<TPredictor>)source).CheckAsync(cancellationToken);

    public sealed override PredictorHandle Build(IServiceProvider services, object source)
    {
        var loader = new ModelLoader<TPredictor>(
            Name,
            (IModelSource<TPredictor>)source,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            InferenceLogging.Logger(services));

        TPredictor pipeline = MakeLazy(loader);
        for (int i = Middleware.Count - 1; i >= 0; i--)
        {
            pipeline = Middleware[i](pipeline, services) ?? throw new InferenceConfigurationException(
                [$"Predictor '{Name}': middleware {i + 1} of {Middleware.Count} is null. Return the predictor it was given, or "
                    + "one that wraps it."]);
        }

        pipeline = AddDefaults(pipeline, services);
        return new PredictorHandle(Protect(pipeline), pipeline, loader.LoadAsync);
    }

    /// <summary>Makes the innermost predictor of the pipeline.</summary>
    protected abstract TPredictor MakeLazy(ModelLoader<TPredictor> loader);

    /// <summary>Adds the middleware that every predictor has, outside the host's own.</summary>
    protected abstract TPredictor AddDefaults(TPredictor pipeline, IServiceProvider services);

    /// <summary>Wraps the pipeline in what the container hands out.</summary>
    protected abstract TPredictor Protect(TPredictor pipeline);
}
